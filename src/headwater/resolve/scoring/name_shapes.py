"""Name shapes: which words of two names agree, differ or are missing, and where they stand.

Letters alone do not tell a son from his father: "Murad Hasan Barzani" has every word of "Hasan
Barzani", but the first. A missing word in the middle says nothing, a missing first word a lot.
"""

from collections.abc import Iterable

from headwater.resolve.names import Assignment

SHAPES = (
    "every word, in one order",
    "every word, in another order",
    "every word, one of them hardly alike",
    "three words or more agree",
    "one word is all that both have",
    "one word of several agrees",
    "a word in the middle is missing",
    "the last word is missing",
    "the first word is missing",
    "a later word differs, others agree",
    "one word agrees, a later one differs",
    "the first word differs, others agree",
    "one word agrees, the first differs",
    "hardly a word agrees",
)
"""Plain words for how the words of two names go together."""

EVERY, TURNED, WEAK, THREE, ONE, ONE_OF_SEVERAL = range(6)
MIDDLE_MISSING, LAST_MISSING, FIRST_MISSING = range(6, 9)
LATER_DIFFERS, LATER_OF_TWO, FIRST_DIFFERS, FIRST_OF_TWO, HARDLY = range(9, len(SHAPES))

KIN = (FIRST_DIFFERS, FIRST_OF_TWO, HARDLY)
"""Shapes of the names of relatives, who live together."""

BANDS = (-1.0, 5.0, 10.0, 14.0)
"""Edges of bits of names between which a shape says something of its own."""

_HARDLY_ALIKE = 4.0
_MANY = 3
_NO_LOSS = frozenset({"kunya", "title"})
"""Words that come and go with the occasion."""


def shape_of(found: Assignment) -> int:
    """The shape of two names, as an index of `SHAPES`; symmetric."""
    if not found.pairs or len(found.against) > 1:
        return HARDLY
    if found.against:
        return _differing(found)
    missing = _missing(found)
    if missing:
        return ONE_OF_SEVERAL if len(found.pairs) == 1 else missing
    return _whole(found)


def _differing(found: Assignment) -> int:
    """The shape of names of which one word differs: mostly the given name, if it comes first."""
    (pair,) = found.against
    if pair.left.mask & 1 or pair.right.mask & 1:
        return FIRST_OF_TWO if len(found.pairs) == 1 else FIRST_DIFFERS
    return LATER_OF_TWO if len(found.pairs) == 1 else LATER_DIFFERS


def _whole(found: Assignment) -> int:
    """The shape of names that lack no word of each other."""
    if len(found.pairs) == 1:
        return ONE
    if min(pair.bits for pair in found.pairs) < _HARDLY_ALIKE:
        return WEAK
    if len(found.pairs) >= _MANY:
        return THREE
    ordered = sorted(found.pairs, key=lambda pair: pair.left.mask)
    masks = [pair.right.mask for pair in ordered]
    return EVERY if masks == sorted(masks) else TURNED


def _missing(found: Assignment) -> int:
    """Which word is missing, the most telling of several; 0 if none is."""
    sides = (
        (found.left_only, [pair.left.mask for pair in found.pairs]),
        (found.right_only, [pair.right.mask for pair in found.pairs]),
    )
    shapes = [0]
    for only, taken in sides:
        masks = [span.mask for span in only if span.token.role not in _NO_LOSS]
        if masks:
            shapes.append(_place(masks, taken))
    return max(shapes)


def _place(missing: Iterable[int], taken: Iterable[int]) -> int:
    low, high = min(taken), max(taken)
    if any(mask < low for mask in missing):
        return FIRST_MISSING
    return LAST_MISSING if any(mask > high for mask in missing) else MIDDLE_MISSING
