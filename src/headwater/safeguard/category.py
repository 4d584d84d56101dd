"""Categories of people: what a person is in a case, and what may follow from it.

Source: DPA 2018 s.38(3) and Directive (EU) 2016/680 art. 6 (suspects, convicted, victims, witnesses
and others); "being moved", "other" and "undecided" are this project's.
"""

from collections.abc import Iterable
from enum import StrEnum

PRESUMED_COERCED_ROLES = frozenset({"small_hand"})
"""Roles whose holder is presumed to act under pressure, until a human decides otherwise."""


class Category(StrEnum):
    """What a person is in one case; one person may hold several, one for each case."""

    SUSPECT = "suspect"
    CONVICTED = "convicted"
    VICTIM = "victim"
    WITNESS = "witness"
    BEING_MOVED = "being_moved"
    OTHER = "other"
    UNDECIDED = "undecided"


RANKABLE = frozenset({Category.SUSPECT, Category.CONVICTED})
"""The only categories whose holders may be ranked or targeted."""

PROTECTED = frozenset({Category.VICTIM, Category.WITNESS, Category.BEING_MOVED, Category.UNDECIDED})
"""Those whose names, documents and phones are withheld; a person without a decision is one."""

_MOST_PROTECTIVE_FIRST = (
    Category.BEING_MOVED,
    Category.VICTIM,
    Category.WITNESS,
    Category.UNDECIDED,
    Category.OTHER,
    Category.SUSPECT,
    Category.CONVICTED,
)


def governing(categories: Iterable[str]) -> Category:
    """The most protective of a person's categories over all cases; none at all is undecided.

    A word that is no category counts as undecided: what is not understood is protected.
    """
    held = {_read(category) for category in categories}
    return next((c for c in _MOST_PROTECTIVE_FIRST if c in held), Category.UNDECIDED)


def may_be_ranked(
    categories: Iterable[str],
    *,
    roles: Iterable[str] = (),
    coerced: bool = False,
    stopped: bool = False,
    awaiting: bool = False,
) -> bool:
    """Whether a person may appear in a ranking, a removal or any other person-level method.

    Args:
        categories: The person's decisions over all cases; every one must be rankable, and there
            must be one.
        roles: The person's roles in networks; one of `PRESUMED_COERCED_ROLES` is enough to say no.
        coerced: True where a report calls the person possibly coerced.
        stopped: True where a humanitarian stop stands.
        awaiting: True where the person may be recorded as being moved, and no human has looked yet.
    """
    held = {_read(category) for category in categories}
    if coerced or stopped or awaiting or not PRESUMED_COERCED_ROLES.isdisjoint(roles):
        return False
    return bool(held) and held <= RANKABLE


def _read(word: str) -> Category:
    try:
        return Category(word)
    except ValueError:
        return Category.UNDECIDED
