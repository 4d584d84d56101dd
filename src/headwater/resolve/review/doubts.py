"""Doubts: pairs of entities of which a rule cannot say whether they are one, nor a person has.

Joins on a score that are not made, as a contradiction or the size of the cluster forbids, are among
them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from headwater.model import Judgement, Verdict
from headwater.resolve.clusters import (
    LARGEST_BY_SCORE,
    Forest,
    by_person,
    by_score,
    governing_judgements,
)
from headwater.resolve.columns import codes
from headwater.resolve.review.entry import QueueEntry
from headwater.resolve.review.people import People
from headwater.resolve.review.wording import Names

if TYPE_CHECKING:
    import pyarrow as pa

MOST_OF_ONE = 3
"""Pairs on a score of one person that wait at a time; the next come when these are decided."""


class Doubts:
    """Open pairs of which the scan holds both entities.

    Args:
        scan: The store's scan of statements for the viewer.
        judgements: Judgements of which the viewer may see the grounds.
        names: What entities are called.
        people: Who is one person; nobody shielded is asked about.
    """

    def __init__(
        self, scan: "pa.Table", judgements: Sequence[Judgement], names: Names, people: People
    ) -> None:
        import numpy as np

        self._names = names
        self._people = people
        numbers, entities = codes(scan, "entity")
        counts = np.bincount(numbers, minlength=len(entities)).tolist()
        self._statements = dict(zip(entities, counts, strict=True))
        held = governing_judgements(judgements)
        self._apart = {
            frozenset(map(people.one, (one.left, one.right))): one
            for one in sorted(held, key=by_person)
            if one.verdict is Verdict.DIFFERENT
        }
        self._open = [
            one
            for one in held
            if (self._asks(one) or self._kept_apart(one))
            and self._statements.get(one.left)
            and self._statements.get(one.right)
            and not people.shielded(one.left)
            and not people.shielded(one.right)
        ]

    def on_identifiers(self) -> Iterator[QueueEntry]:
        """Pairs that share an identifier; those first whose join brings most together."""
        pairs = [one for one in self._open if not by_score(one)]
        pairs.sort(key=lambda one: (-self._together(one), one.made, one.id))
        return map(self._entry, pairs)

    def on_score(self) -> Iterator[QueueEntry]:
        """Pairs that a score finds likely, the likeliest first, a few of each person at most.

        What other judgements have made one person already is not asked; nor is, for now, what
        follows if those asked before are all one.
        """
        pairs = [one for one in self._open if by_score(one)]
        pairs.sort(key=lambda one: (-(one.score or 0.0), -self._together(one), one.id))
        shown: Counter[str] = Counter()
        if_one = Forest(())
        for one in pairs:
            ends = set(map(self._people.one, (one.left, one.right)))
            follows = len(set(map(if_one.root, ends))) == 1
            if not follows and all(shown[end] < MOST_OF_ONE for end in ends):
                if_one.join(*ends)
                shown.update(ends)
                yield self._entry(one)

    def __len__(self) -> int:
        """How many pairs there are, those of one person that wait for others included."""
        return len(self._open)

    @staticmethod
    def _asks(judgement: Judgement) -> bool:
        return judgement.verdict is Verdict.UNKNOWN and not by_person(judgement)

    def _kept_apart(self, judgement: Judgement) -> str:
        """Why a score's join is not made, in words; empty where it is, or a person decided so."""
        ends = frozenset(map(self._people.one, (judgement.left, judgement.right)))
        if judgement.verdict is not Verdict.SAME or not by_score(judgement) or len(ends) == 1:
            return ""
        against = self._apart.get(ends)
        if against is None:
            return f"Not joined: the cluster would hold more than {LARGEST_BY_SCORE}."
        return "" if by_person(against) else f"Not joined: {against.reason}"

    def _together(self, judgement: Judgement) -> int:
        return int(self._statements[judgement.left] + self._statements[judgement.right])

    def _entry(self, judgement: Judgement) -> QueueEntry:
        left, right = map(self._names.called, (judgement.left, judgement.right))
        brings = f"A join brings {self._together(judgement)} statements together."
        return QueueEntry(
            id=judgement.id,
            kind="pair",
            about=(judgement.left, judgement.right),
            what=f"Are {left} and {right} the same?",
            why=" ".join(filter(None, (judgement.reason, self._kept_apart(judgement), brings))),
            evidence=judgement.evidence,
        )
