"""Exports: everything that leaves a node or is printed by it, and what it may say about people.

A new export is listed in `EXPORTS` first; one that is not listed does not go out.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from headwater.model import WrongUse
from headwater.safeguard.category import governing
from headwater.safeguard.purpose import Purpose
from headwater.safeguard.withholding import is_withheld


class Carries(StrEnum):
    """What an export says about people."""

    PEOPLE = "people"  # rows about people, the protected ones taken out first
    OPAQUE = "opaque"  # ids, dates, counts: never what a person is called
    ECHO = "echo"  # what the caller handed in, without a node
    INVENTED = "invented"  # people of the exercise world
    INSIDE = "inside"  # shown to an officer of the node who has to decide, never handed on


@dataclass(frozen=True, slots=True)
class Export:
    """One thing that goes out.

    Attributes:
        name: What it is.
        package: The package that writes it.
        command: The command that gives it.
        carries: What it says about people.
        protection: How protected people are handled in it.
    """

    name: str
    package: str
    command: str
    carries: Carries
    protection: str


_TAKEN_OUT = "rows about protected people are taken out and their names masked in the text shown"
_NO_NODE = "gives back what the caller handed in; no node is opened"

EXPORTS = (
    Export("briefing", "brief", "brief", Carries.PEOPLE, f"{_TAKEN_OUT}; small cells suppressed"),
    Export("picture tables", "picture", "picture --out", Carries.PEOPLE, _TAKEN_OUT),
    Export(
        "finding",
        "analysis",
        "analyse",
        Carries.PEOPLE,
        "only people who may be ranked enter a method about people",
    ),
    Export("drawing", "draw", "brief", Carries.PEOPLE, "draws what a finding or briefing holds"),
    Export("reading", "intake", "read --json", Carries.ECHO, _NO_NODE),
    Export("report groups", "picture", "groups --json", Carries.ECHO, _NO_NODE),
    Export(
        "groups of a node",
        "node",
        "groups",
        Carries.INSIDE,
        "shown in the node, with the sentences that tie reports, to those who decide on groups",
    ),
    Export("name comparison", "resolve", "names", Carries.ECHO, _NO_NODE),
    Export(
        "resolved table",
        "resolve",
        "resolve FILE",
        Carries.ECHO,
        "gives back the caller's rows; protected rows come back as singletons",
    ),
    Export("receipt", "intake", "add", Carries.OPAQUE, "counts, and refusals without content"),
    Export("log", "store", "log", Carries.OPAQUE, "opaque ids and keyed digests"),
    Export(
        "registered design",
        "node",
        "register",
        Carries.OPAQUE,
        "names of series, dates, a length and digests",
    ),
    Export("review dates", "store", "review-due", Carries.OPAQUE, "ids, dates and groups"),
    Export(
        "review queue",
        "resolve",
        "review",
        Carries.INSIDE,
        "shown in the node to those who decide on statements, matches and categories",
    ),
    Export(
        "training data",
        "node",
        "review export",
        Carries.PEOPLE,
        "names are masked in text and values, whatever the purpose; no URN, author or reason",
    ),
    Export("exercise", "exercise", "exercise", Carries.INVENTED, "no real person is in it"),
)
"""Every export there is."""


def must_mask(
    people: Mapping[str, Iterable[str]],
    purpose: Purpose,
    public_office: Collection[str] = frozenset(),
) -> frozenset[str]:
    """Ids of the people whom an export for this purpose may not name.

    Args:
        people: Every person of the picture with the categories from all cases; empty where nobody
            has decided.
        purpose: What the export is for; a named case or safeguarding purpose lifts the masking.
        public_office: Holders of public office named in open sources. They may be named, and
            nothing more: ask `is_withheld` for their other properties.
    """
    return frozenset(
        person
        for person, categories in people.items()
        if is_withheld(
            "name", governing(categories), purpose, public_office=person in public_office
        )
    )


def for_export(
    export: str,
    rows: Iterable[Mapping[str, Any]],
    columns: Sequence[str],
    people: Mapping[str, Iterable[str]],
    purpose: Purpose,
) -> list[dict[str, Any]]:
    """The rows that an export may hold: none about a protected person.

    Args:
        export: Name of one of `EXPORTS`.
        rows: The rows as they would be without protection.
        columns: Columns that hold ids of entities. A row goes if any of them is protected.
        people: Every person with categories, as for `must_mask`.
        purpose: What the export is for.

    Raises:
        WrongUse: If the export is not listed.
    """
    listed = next((known for known in EXPORTS if known.name == export), None)
    if listed is None:
        raise WrongUse(
            f"there is no export {export!r}",
            why="what is not in the list of exports does not go out",
            do=f"use one of {', '.join(known.name for known in EXPORTS)}",
        )
    if listed.carries in (Carries.ECHO, Carries.INVENTED, Carries.INSIDE):
        return [dict(row) for row in rows]
    kept_back = must_mask(people, purpose)
    return [dict(row) for row in rows if kept_back.isdisjoint(str(row[c]) for c in columns)]
