"""News: what changed since somebody last looked; the time of that is kept for each user."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from headwater.node.node import Node
from headwater.node.reading.decided import DecidedOn, decided_on
from headwater.node.reading.withheld import titles_told
from headwater.node.settings import clock
from headwater.store import AccessRecord, Came

if TYPE_CHECKING:
    from headwater.node.looking import Held

A_VISIT = timedelta(minutes=30)
"""Looks that are no further apart are one visit, so that a page loaded again keeps its news."""

FIRST = timedelta(days=7)
"""So far back somebody looks who never looked before."""

COUNTED = 200
"""Reports that came in are counted so far; whoever was away for long is told of more than that."""

_KIND = "look"
_MOST = 10
_MOST_OF_MINE = 5
_NOTED = timedelta(minutes=1)  # how exactly the last look is known: not every one is written


@dataclass(frozen=True, slots=True)
class News:
    """What changed since the last visit.

    Attributes:
        since: ISO time of the end of the last visit.
        first: Whether there was none.
        reports: The latest reports that came in since, titles as the reports are told.
        number: How many came in, as far as they are counted.
        more: Whether still more came in.
        decided: The last decisions of others on statements since then.
        mine: The last decisions of this viewer.
    """

    since: str
    first: bool
    reports: tuple[Came, ...]
    number: int
    more: bool
    decided: tuple[DecidedOn, ...]
    mine: tuple[DecidedOn, ...]


def news(node: Node, look: "Callable[[], Held]") -> News:
    """What changed for this viewer since the last visit; this look is noted.

    Of decisions only those on statements that this viewer may see are told.

    Args:
        node: Where it changed.
        look: Gives the picture that tells who is protected; see `as_told`.
    """
    since, first = _last_visit(node)
    recent, allowed, me = node.store.recent, node.allowed(), node.viewer.name
    came = recent.reports(allowed, since, COUNTED + 1)
    titles = titles_told(node, {one.urn: one.title for one in came[:_MOST]}, look)
    return News(
        since=since,
        first=first,
        reports=tuple(one._replace(title=titles[one.urn]) for one in came[:_MOST]),
        number=min(len(came), COUNTED),
        more=len(came) > COUNTED,
        decided=decided_on(node, recent.reviews(allowed, _MOST, beside=me, since=since), look),
        mine=decided_on(node, recent.reviews(allowed, _MOST_OF_MINE, by=me), look),
    )


def _last_visit(node: Node) -> tuple[str, bool]:
    """When the visit before this one ended, and whether this is the first."""
    now = clock()
    at = datetime.fromisoformat(now)
    earliest = (at - FIRST).isoformat(timespec="seconds")

    def looked(was: AccessRecord | None) -> AccessRecord:
        if was is None:
            content = {"last": now, "since": earliest, "first": True}
            return AccessRecord(_KIND, node.viewer.name, node.viewer.name, content)
        last = datetime.fromisoformat(was.content["last"])
        if at - last < _NOTED:
            return was
        if at - last <= A_VISIT:
            return replace(was, content={**was.content, "last": now})
        return replace(was, content={"last": now, "since": was.content["last"], "first": False})

    kept = node.store.access.change(_KIND, node.viewer.name, looked)
    content = kept.content if kept else {"since": earliest, "first": True}
    return str(content["since"]), bool(content["first"])
