"""Menu: the rooms of the desk, and which of them a role has work in."""

from collections.abc import Collection
from typing import NamedTuple

from headwater.safeguard import Role


class Entry(NamedTuple):
    """One line of the menu.

    Attributes:
        room: Name of the room, as its templates are called.
        path: Where it is.
        label: What it is called.
        key: Key that opens it, pressed after `g`.
    """

    room: str
    path: str
    label: str
    key: str


_READERS = frozenset(Role) - {Role.ADMIN, Role.AUDITOR}
_ROOMS: tuple[tuple[Entry, frozenset[Role]], ...] = (
    (Entry("today", "/", "Today", "t"), frozenset(Role)),
    (Entry("reports", "/reports", "Reports", "r"), _READERS),
    (Entry("search", "/search", "Search", "s"), _READERS),
    (Entry("review", "/review", "Review", "v"), _READERS),
    (Entry("network", "/network", "Network", "n"), _READERS),
    (Entry("routes", "/routes", "Routes", "o"), _READERS),
    (Entry("business", "/business", "Business", "b"), _READERS),
    (Entry("outlook", "/outlook", "Outlook and impact", "u"), _READERS),
    (Entry("methods", "/methods", "Methods", "m"), _READERS),
    (Entry("briefing", "/briefing", "Briefing", "f"), _READERS),
    (Entry("audit", "/audit", "Audit", "a"), frozenset({Role.AUDITOR})),
    (Entry("people", "/people", "People", "p"), frozenset({Role.ADMIN})),
    (Entry("settings", "/settings", "Settings", "e"), frozenset(Role)),
)


_WITHIN = {"alerts": "today", "watches": "today", "statements": "reports"}
"""Rooms that are no line of the menu, and the line that they are reached by."""


def menu(roles: Collection[str]) -> list[Entry]:
    """The rooms that somebody with these roles has work in."""
    return [entry for entry, of in _ROOMS if of & set(roles)]


def room_of(template: str) -> str:
    """The room of the menu that a page is in, by the name of its template."""
    room = template.partition("/")[0]
    return _WITHIN.get(room, room)
