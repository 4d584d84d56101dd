"""Asking: one batch of new items, all watches, once through."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import pyarrow as pa

from headwater.analysis.watch.answer import Answer, usual_urgency
from headwater.analysis.watch.danger import endangered, is_fresh
from headwater.analysis.watch.stated import standing, stated
from headwater.analysis.watch.words import Searched
from headwater.model import parse_statement_id
from headwater.safeguard.watching import Kind, Watch

Place = tuple[str, int]


class Arrival(Protocol):
    """A new item."""

    @property
    def urn(self) -> str:
        """Its report."""

    @property
    def item(self) -> int:
        """Its number."""

    @property
    def text(self) -> str:
        """Its words, with the names of people blacked out."""

    @property
    def until(self) -> str:
        """ISO date of the last day that it tells of, or empty."""


@dataclass(frozen=True, slots=True)
class Found:
    """What others found in the new items.

    Attributes:
        dangers: Kinds of danger by item, as words tell of them.
        people: By watch on a person: the chance of a new name being the watched one, with the
            statements that give it.
    """

    dangers: Mapping[Place, Collection[str]] = field(default_factory=dict)
    people: Mapping[str, Sequence[tuple[float, tuple[str, ...]]]] = field(default_factory=dict)


def answers(
    watches: Sequence[Watch],
    items: Sequence[Arrival],
    scan: pa.Table,
    found: Found,
    today: str,
) -> list[Answer]:
    """What new items answer, lives at risk first.

    Args:
        watches: The watches that are asked today.
        items: The new items.
        scan: Their statements, with the columns of a store's scan.
        found: What others found in them.
        today: ISO date.

    Cost: linear in the new items and their statements, and in the answers.
    """
    rows = standing(scan)
    fresh = {(one.urn, one.item) for one in items if is_fresh(one.until, today)}
    dangerous = [watch for watch in watches if watch.kind is Kind.DANGER]
    searched = Searched([watch for watch in watches if watch.kind is Kind.WORDS])
    texts: dict[Place, str] = {(one.urn, one.item): one.text for one in items}
    return [
        *endangered(rows, found.dangers, fresh, dangerous),
        *_people(watches, found),
        *stated(rows, watches),
        *searched.answers(texts),
    ]


def _people(watches: Sequence[Watch], found: Found) -> list[Answer]:
    asked = {watch.id: watch for watch in watches if watch.kind is Kind.PERSON}
    best: dict[tuple[str, str, int], tuple[float, list[str]]] = defaultdict(lambda: (0.0, []))
    for watch in found.people.keys() & asked.keys():
        for chance, statements in found.people[watch]:
            for statement in statements:
                urn, item, _ = parse_statement_id(statement)
                before, grounds = best[watch, urn, item]
                best[watch, urn, item] = max(before, chance), [*grounds, statement]
    return [
        Answer(watch, urn, item, usual_urgency(asked[watch]), f"name {chance:.2f}", tuple(grounds))
        for (watch, urn, item), (chance, grounds) in sorted(best.items())
    ]
