"""Name shapes: which words of two names agree, differ or are missing, and where they stand.

Letters alone do not tell a son from his father: "Murad Hasan Barzani" has every word of "Hasan
Barzani", but the first. A missing word in the middle says nothing, a missing first word a lot.
A family name that is written first counts as the last word.
"""

from collections.abc import Iterable

from headwater.resolve.names import Assignment, Token, doubtful, kind_of

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
    "every word, one of them as near as another name",
    "a father's name stands against a family name, others agree",
    "one word agrees, a father's name stands against a family name",
)
"""Plain words for how the words of two names go together."""

EVERY, TURNED, WEAK, THREE, ONE, ONE_OF_SEVERAL = range(6)
MIDDLE_MISSING, LAST_MISSING, FIRST_MISSING = range(6, 9)
LATER_DIFFERS, LATER_OF_TWO, FIRST_DIFFERS, FIRST_OF_TWO, HARDLY, NEAR = range(9, 15)
FATHER_DIFFERS, FATHER_OF_TWO = range(15, len(SHAPES))

OPPOSED = (*range(LATER_DIFFERS, NEAR), FATHER_DIFFERS, FATHER_OF_TWO)
"""Shapes of names of which words stand against each other."""

KIN = (FIRST_DIFFERS, FIRST_OF_TWO, HARDLY)
"""Shapes of the names of relatives, who live together."""

BANDS = (-1.0, 5.0, 10.0, 14.0)
"""Edges of bits of names between which a shape says something of its own."""

_HARDLY_ALIKE = 4.0
_MANY = 3
_NO_LOSS = frozenset({"kunya", "title"})
"""Words that come and go with the occasion."""


Places = dict[int, int]


def shape_of(found: Assignment) -> int:
    """The shape of two names, as an index of `SHAPES`; symmetric."""
    if not found.pairs or len(found.against) > 1:
        return HARDLY
    met = (*found.pairs, *found.against)
    left = _places([(s.mask, s.token) for s in (*(pair.left for pair in met), *found.left_only)])
    right = _places([(s.mask, s.token) for s in (*(pair.right for pair in met), *found.right_only)])
    if found.against:
        return _differing(found, left, right)
    missing = _missing(found, left, right)
    if missing:
        return ONE_OF_SEVERAL if len(found.pairs) == 1 else missing
    return _whole(found, left, right)


def _places(words: list[tuple[int, Token]]) -> Places:
    """The place of each word of a name, by its mask, with a family name in front put last."""
    words.sort()
    kinds = [kind_of(token) for _, token in words[:2]]
    if kinds[0] == "family" and kinds[1:] and kinds[1] != "family":
        words.append(words.pop(0))
    return {mask: place for place, (mask, _) in enumerate(words)}


def _differing(found: Assignment, left: Places, right: Places) -> int:
    """The shape of names of which one word differs: mostly the given name, if it comes first."""
    (pair,) = found.against
    alone = len(found.pairs) == 1
    if left[pair.left.mask] == 0 or right[pair.right.mask] == 0:
        return FIRST_OF_TWO if alone else FIRST_DIFFERS
    if _father_and_family(pair.left.token, pair.right.token):
        return FATHER_OF_TWO if alone else FATHER_DIFFERS
    return LATER_OF_TWO if alone else LATER_DIFFERS


def _father_and_family(left: Token, right: Token) -> bool:
    """Whether one word is a given name and the other a family's, which contradict nothing."""
    return {kind_of(left), kind_of(right)} == {"given", "family"}


def _whole(found: Assignment, left: Places, right: Places) -> int:
    """The shape of names that lack no word of each other."""
    if len(found.pairs) == 1:
        return ONE
    if any(doubtful(pair.left.token, pair.right.token, pair.bits) for pair in found.pairs):
        return NEAR
    if min(pair.bits for pair in found.pairs) < _HARDLY_ALIKE:
        return WEAK
    if len(found.pairs) >= _MANY:
        return THREE
    ordered = sorted(found.pairs, key=lambda pair: left[pair.left.mask])
    places = [right[pair.right.mask] for pair in ordered]
    return EVERY if places == sorted(places) else TURNED


def _missing(found: Assignment, left: Places, right: Places) -> int:
    """Which word is missing, the most telling of several; 0 if none is."""
    sides = (
        (left, found.left_only, [pair.left.mask for pair in found.pairs]),
        (right, found.right_only, [pair.right.mask for pair in found.pairs]),
    )
    shapes = [0]
    for places, only, taken in sides:
        lost = [places[span.mask] for span in only if span.token.role not in _NO_LOSS]
        if lost:
            shapes.append(_gap(lost, [places[mask] for mask in taken]))
    return max(shapes)


def _gap(missing: Iterable[int], taken: Iterable[int]) -> int:
    low, high = min(taken), max(taken)
    if any(place < low for place in missing):
        return FIRST_MISSING
    return LAST_MISSING if any(place > high for place in missing) else MIDDLE_MISSING
