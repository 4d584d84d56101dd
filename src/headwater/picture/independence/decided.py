"""Decided: which reports officers have put together or taken apart; each decision can be undone."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from headwater.model import Regrouping

Mark = tuple[int, int]
"""A decision to take apart, by its number, and the side of it that a report is on."""


class Decided:
    """What officers' decisions in force say; a later one takes back what it contradicts.

    A decision speaks of the reports that were there when it was made, and of no others; so a
    report that comes later joins whichever side it belongs to. Reports that are not to be seen
    here leave no trace.

    Attributes:
        joined: Pairs of reports that have one origin.
        marks: The sides that reports are on, of what is taken apart.

    Args:
        regroupings: All of them, in the order in which they were made.
        here: The reports that are to be seen.
    """

    def __init__(self, regroupings: Sequence[Regrouping], here: Collection[str]) -> None:
        undone = {one.undoes for one in regroupings}
        joins: list[frozenset[str]] = []
        splits: list[tuple[frozenset[str], frozenset[str]]] = []
        for one in regroupings:
            chosen = frozenset(urn for urn in one.reports if urn in here)
            others = frozenset(urn for urn in one.others if urn in here)
            if one.undoes or one.id in undone:
                continue
            if one.joins:
                splits = [two for two in splits if not all(chosen & side for side in two)]
                joins.append(chosen)
            else:
                joins = [part for join in joins for part in (join & chosen, join - chosen)]
                splits.append((chosen, others))
        self.joined = sorted({pair for join in joins for pair in pairwise(sorted(join))})
        self.marks: dict[str, set[Mark]] = {}
        for number, sides in enumerate(splits):
            for side, urns in enumerate(sides):
                for urn in urns:
                    self.marks.setdefault(urn, set()).add((number, side))


def apart(one: Collection[Mark], other: Collection[Mark]) -> bool:
    """Whether two sets of reports with these marks were taken apart."""
    return any((number, 1 - side) in other for number, side in one)
