"""Assignment: which word of one name stands for which of the other, whatever their order."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log2
from typing import NamedTuple

from headwater.resolve.names.name import Name, Token
from headwater.resolve.names.word_bits import word_bits
from headwater.resolve.names.words import honorific

LONGEST_JOIN = 4  # words that one word of the other side may be written as
_SHORTEST_JOINED = 4  # letters of a word that several words may stand for
_MOST_WORDS = 12  # words of a name that are compared; more are no name of one person

MISSING = {"name": 1.0, "patronymic": 0.5, "kunya": 0.5, "initial": 0.5, "title": 0.0}
"""Price in bits of a word that only one of two names has, by role."""

RELATIVES = 12.0
"""How much rarer relatives are than people with nothing to do with each other, in bits.

Brothers, and fathers and sons, share all of a name but one word. So where words stand against each
other, everything else that agrees proves no more than this, less what stands against it.
"""

ONE_WORD = 3.0
"""Price in bits where two names share one word only and one of them has more."""

_JOIN_PRICE = 1.0  # bits by which words written apart are worth less than the same written as one


class Span(NamedTuple):
    """One word of a name, or several in a row taken as one.

    Attributes:
        token: The word, or the words written as one.
        mask: Bits of the places that it takes up among the words of the name.
        words: How many words it joins.
    """

    token: Token
    mask: int
    words: int


class Pair(NamedTuple):
    """Two spans that stand for each other, with what that says in bits."""

    left: Span
    right: Span
    bits: float


class Assignment(NamedTuple):
    """The best way to read two names as one.

    Attributes:
        pairs: Words that stand for each other, the strongest first.
        against: Words that stand against each other.
        left_only: Words that only the left name has.
        right_only: Words that only the right name has.
        bits: Evidence altogether.
    """

    pairs: tuple[Pair, ...]
    against: tuple[Pair, ...]
    left_only: tuple[Span, ...]
    right_only: tuple[Span, ...]
    bits: float


@lru_cache(maxsize=200_000)
def spans(name: Name) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words of a name that are compared, and those in a row that may stand for one word."""
    kept = [t for t in name.tokens if compared(t)][:_MOST_WORDS]
    place = {id(token): i for i, token in enumerate(kept)}
    singles = tuple(Span(token, 1 << i, 1) for i, token in enumerate(kept))
    return singles, tuple(_joins(name.tokens, place))


def compared(token: Token) -> bool:
    """Whether a word is compared: names are, and titles that are also borne as names."""
    if token.role == "title":
        return honorific(token.text, token.script)
    return token.role in MISSING


def _joins(tokens: Sequence[Token], place: dict[int, int]) -> Iterator[Span]:
    for start in range(len(tokens)):
        for end in range(start + 2, min(start + LONGEST_JOIN, len(tokens)) + 1):
            run = tokens[start:end]
            if any(t.script != run[0].script or t.role == "suffix" for t in run):
                break
            mask = sum(1 << place[id(t)] for t in run if id(t) in place)
            text = "".join(t.text for t in run)
            if mask and len(text) >= _SHORTEST_JOINED:
                original = " ".join(t.original for t in run)
                yield Span(Token(text, run[0].script, "name", original), mask, mask.bit_count())


def assign(left: Name, right: Name) -> Assignment:
    """Find the assignment with the most evidence; the same for both orders of the two names."""
    (ours, our_joins), (theirs, their_joins) = spans(left), spans(right)
    candidates = [Pair(a, b, bits) for a in ours for b in theirs if (bits := _bits(a, b)) > 0]
    if our_joins or their_joins:
        candidates += _joined(ours, their_joins, our_joins, theirs)
    pairs = _best(candidates)
    taken_left = sum(p.left.mask for p in pairs)
    taken_right = sum(p.right.mask for p in pairs)
    return _completed(
        pairs,
        [s for s in ours if not s.mask & taken_left],
        [s for s in theirs if not s.mask & taken_right],
    )


def _bits(left: Span, right: Span) -> float:
    return word_bits(left.token, right.token)


def _joined(
    ours: Sequence[Span],
    their_joins: Sequence[Span],
    our_joins: Sequence[Span],
    theirs: Sequence[Span],
) -> Iterator[Pair]:
    """Pairs of one word with several that stand for it."""
    for one, many in ((ours, their_joins), (theirs, our_joins)):
        for a in one:
            for b in many:
                if abs(len(a.token.text) - len(b.token.text)) > 3 and _one_script(a, b):
                    continue
                bits = _bits(a, b) - _JOIN_PRICE
                if bits > 0:
                    yield Pair(a, b, bits) if one is ours else Pair(b, a, bits)


def _one_script(left: Span, right: Span) -> bool:
    return left.token.script == right.token.script


def _best(candidates: list[Pair]) -> tuple[Pair, ...]:
    """The choice of pairs, no word twice, that says most."""
    candidates.sort(key=lambda p: (-p.bits, p.left.mask + p.right.mask, p.left.mask ^ p.right.mask))
    left = right = 0
    clash = False
    for pair in candidates:
        clash = clash or bool(left & pair.left.mask or right & pair.right.mask)
        left |= pair.left.mask
        right |= pair.right.mask
    return _search(tuple(candidates), 0, 0)[1] if clash else tuple(candidates)


def _search(candidates: Sequence[Pair], left: int, right: int) -> tuple[float, tuple[Pair, ...]]:
    """Best sum over the free candidates; the first of them is taken, or something in its way is."""
    free = [p for p in candidates if not (p.left.mask & left or p.right.mask & right)]
    if not free:
        return 0.0, ()
    first = free[0]
    best = (0.0, ())  # type: tuple[float, tuple[Pair, ...]]
    rivals = [p for p in free if p.left.mask & first.left.mask or p.right.mask & first.right.mask]
    for pair in rivals:
        bits, chosen = _search(free, left | pair.left.mask, right | pair.right.mask)
        if bits + pair.bits > best[0] + 1e-9:
            best = (bits + pair.bits, (pair, *chosen))
    return best


def _completed(pairs: tuple[Pair, ...], left: Sequence[Span], right: Sequence[Span]) -> Assignment:
    """Add what is left over: words against each other first, then words that are missing."""
    against: list[Pair] = []
    rest_left, rest_right = list(left), list(right)
    opposed = sorted(
        (Pair(a, b, _bits(a, b)) for a in left if _opposes(a) for b in right if _opposes(b)),
        key=lambda p: (-p.bits, sorted((p.left.token.text, p.right.token.text))),
    )
    for pair in opposed:
        if pair.left in rest_left and pair.right in rest_right:
            against.append(pair)
            rest_left.remove(pair.left)
            rest_right.remove(pair.right)
    bits = _total(pairs, against, (*rest_left, *rest_right))
    return Assignment(pairs, tuple(against), tuple(rest_left), tuple(rest_right), bits)


def _total(pairs: Sequence[Pair], against: Sequence[Pair], missing: Sequence[Span]) -> float:
    opposed = sum(pair.bits for pair in against)
    bits = sum(pair.bits for pair in pairs) + opposed
    bits -= sum(MISSING[span.token.role] for span in missing)
    if len(pairs) == 1 and any(span.token.role == "name" for span in missing):
        bits -= ONE_WORD
    if not against:
        return bits
    # Different people are unrelated, or relatives: the likelier of the two holds the evidence down.
    relatives = RELATIVES + opposed
    low, high = min(bits, relatives), max(bits, relatives)
    return low - log2(1 + 2 ** (low - high))


def _opposes(span: Span) -> bool:
    """Whether a word can contradict another: a by-name and a title cannot."""
    return span.token.role in ("name", "patronymic", "initial")
