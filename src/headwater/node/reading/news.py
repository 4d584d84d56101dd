"""News: what changed since somebody last looked; the time of that is kept for each user."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pyarrow.compute as pc

from headwater.model import Review
from headwater.node.node import Node
from headwater.node.settings import clock
from headwater.store import AccessRecord

A_VISIT = timedelta(minutes=30)
"""Looks that are no further apart are one visit, so that a page loaded again keeps its news."""

FIRST = timedelta(days=7)
"""So far back somebody looks who never looked before."""

_KIND = "look"
_MOST = 10


@dataclass(frozen=True, slots=True)
class News:
    """What changed since the last visit.

    Attributes:
        since: ISO time of the end of the last visit.
        first: Whether there was none.
        reports: The latest reports that came in since, as rows of URN, title and agency.
        number: How many came in.
        decided: The last decisions of others on statements since then.
        mine: The last decisions of this viewer.
    """

    since: str
    first: bool
    reports: tuple[Mapping[str, Any], ...]
    number: int
    decided: tuple[Review, ...]
    mine: tuple[Review, ...]


def news(node: Node) -> News:
    """What changed for this viewer since the last visit; this look is noted.

    Of decisions only those on statements that this viewer may see are told.
    """
    since, first = _last_visit(node)
    reports = node.store.reports(node.allowed()).select(
        ["urn", "title", "originator", "format", "recorded"]
    )
    new = reports.filter(
        pc.and_(pc.greater(reports["recorded"], since), pc.not_equal(reports["format"], "decision"))
    ).sort_by([("recorded", "descending"), ("urn", "ascending")])
    me = node.viewer.name
    made = [one for one in node.store.reviews()[::-1] if one.made > since or one.author == me]
    others = [one for one in made if one.author != me and one.made > since]
    return News(
        since=since,
        first=first,
        reports=tuple(new.slice(0, _MOST).to_pylist()),
        number=new.num_rows,
        decided=_seen(node, others),
        mine=_seen(node, [one for one in made if one.author == me]),
    )


def _seen(node: Node, reviews: list[Review]) -> tuple[Review, ...]:
    """The first of these that are on what the viewer may see."""
    allowed, found = node.allowed(), list[Review]()
    for one in reviews[: 10 * _MOST]:
        if len(found) < _MOST and node.store.statement(one.statement, allowed):
            found.append(one)
    return tuple(found)


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
        if at - last <= A_VISIT:
            return replace(was, content={**was.content, "last": now})
        return replace(was, content={"last": now, "since": was.content["last"], "first": False})

    kept = node.store.access.change(_KIND, node.viewer.name, looked)
    content = kept.content if kept else {"since": earliest, "first": True}
    return str(content["since"]), bool(content["first"])
