"""Assignment: which word of one name stands for which of the other, whatever their order."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import inf, log2
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from headwater.resolve.names.name import Name, Token
from headwater.resolve.names.same_script import APART, known_given_name
from headwater.resolve.names.unlike import unlike, unlike_joined
from headwater.resolve.names.word_bits import one_script, word_bits, words_ready
from headwater.resolve.names.words import honorific, key_of

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

SLIGHT = 2.0
"""Bits below which a word hardly stands for another."""

ONE_WORD = 3.0
"""Price in bits where two names share one word only and one of them has more."""

FATHER = 7.0
"""Most that names prove of which one has a name more in front, in bits: as a son's has before his
father's whole chain (Ali Hasan Omar, Hasan Omar). Only where the next two are given names."""

_OPPOSING = frozenset({"name", "patronymic", "initial"})  # by-names and titles contradict nothing
_CHAIN = 2  # given names in a row that are one's own and one's father's
_SURE = 8.0  # bits from which a word needs no other counterpart
_LIKE_JOINED = 0.75  # Jaro-Winkler similarity from which words written apart may be one word
_OTHER_SCRIPT = 2.5  # times that a word may be longer in one script than in another
_MOST_CANDIDATES = 14  # pairs among which the best choice is searched for; the strongest are kept
_AT_ONCE = 10_000  # pairs of names whose words are worked out together
_JOIN_PRICE = 1.0  # bits by which words written apart are worth less than the same written as one


class Span(NamedTuple):
    """One word of a name, or several in a row taken as one.

    Attributes:
        token: The word, or the words written as one.
        mask: Bits of the places that it takes up among the words of the name.
        words: How many words it joins.
        parts: The words that it joins, where all of them are compared by themselves too.
    """

    token: Token
    mask: int
    words: int
    parts: tuple[Token, ...] = ()


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
        plain: Evidence against people who have nothing to do with each other.
        most: Evidence against somebody nearer, such as relatives, who are rare; infinite if none.
    """

    pairs: tuple[Pair, ...]
    against: tuple[Pair, ...]
    left_only: tuple[Span, ...]
    right_only: tuple[Span, ...]
    plain: float
    most: float = inf

    @property
    def bits(self) -> float:
        """Evidence altogether. A word that hardly stands for another may as well stand against it:
        then all the others prove no more than of relatives."""
        slight = [pair.bits for pair in self.pairs if pair.bits < SLIGHT]
        return held(self.plain, min(self.most, RELATIVES + sum(slight)) if slight else self.most)


class Unopposed(NamedTuple):
    """Two names of which it is known what goes together, not yet how far the rest stands apart.

    Attributes:
        pairs: Words that stand for each other, the strongest first.
        left: Words of the left name that are left over.
        right: Words of the right name that are left over.
        crowded: There were more pairs than are tried; words that are left over may be alike.
    """

    pairs: tuple[Pair, ...]
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    crowded: bool = False

    @property
    def contrary(self) -> int:
        """How many words of each name stand against one of the other."""
        return min(sum(s.token.role in _OPPOSING for s in side) for side in (self.left, self.right))

    def completed(self) -> Assignment:
        """The assignment, with the words that stand against each other."""
        return _completed(self.pairs, list(self.left), list(self.right))


class _Begun(NamedTuple):
    """Two names whose single words are compared, but not yet those that may be several in one.

    Attributes:
        left: Words of the left name.
        right: Words of the right name.
        pairs: Words that may stand for each other.
        joined: A word of one name, and several of the other, that are still to be compared.
    """

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    pairs: list[Pair]
    joined: list[tuple[Span, Span]]


@lru_cache(maxsize=200_000)
def spans(name: Name) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words of a name that are compared, and those in a row that may stand for one word."""
    places = [i for i, token in enumerate(name.tokens) if compared(token)][:_MOST_WORDS]
    masks = {place: 1 << number for number, place in enumerate(places)}
    singles = tuple(Span(name.tokens[place], mask, 1) for place, mask in masks.items())
    return singles, tuple(_joins(name.tokens, masks))


def compared(token: Token) -> bool:
    """Whether a word is compared: names are, and titles that are also borne as names."""
    if token.role == "title":
        return honorific(token.text, token.script)
    return token.role in MISSING


def _joins(tokens: Sequence[Token], masks: dict[int, int]) -> Iterator[Span]:
    for start in range(len(tokens)):
        for end in range(start + 2, min(start + LONGEST_JOIN, len(tokens)) + 1):
            run = tokens[start:end]
            if any(t.script != run[0].script or t.role == "suffix" for t in run):
                break
            mask = sum(masks.get(place, 0) for place in range(start, end))
            text = "".join(t.text for t in run)
            if mask and len(text) >= _SHORTEST_JOINED:
                original = " ".join(t.original for t in run)
                words = mask.bit_count()
                parts = tuple(run) if words == len(run) else ()
                yield Span(Token(text, run[0].script, "name", original), mask, words, parts)


def assign(left: Name, right: Name) -> Assignment:
    """Find the assignment with the most evidence; the same for both orders of the two names."""
    return _chosen(_begun(left, right)).completed()


def assign_many(pairs: Sequence[tuple[Name, Name]]) -> Iterator[Assignment]:
    """`assign` for each of many pairs of names, several times as fast across scripts."""
    for start in range(0, len(pairs), _AT_ONCE):
        yield from _completed_many(list(choose(pairs[start : start + _AT_ONCE])))


def choose(pairs: Sequence[tuple[Name, Name]]) -> Iterator[Unopposed]:
    """The first half of `assign` for many pairs of names: which words stand for each other."""
    for start in range(0, len(pairs), _AT_ONCE):
        part = pairs[start : start + _AT_ONCE]
        words_ready(_words_met(part))
        begun = [_begun(left, right) for left, right in part]
        words_ready({(a.token, b.token) for each in begun for a, b in each.joined})
        yield from map(_chosen, begun)


def _completed_many(chosen: Sequence[Unopposed]) -> Iterator[Assignment]:
    words_ready({
        (a.token, b.token) for each in chosen if each.contrary
        for a in each.left for b in each.right
    })  # fmt: skip
    return (each.completed() for each in chosen)


def _words_met(pairs: Iterable[tuple[Name, Name]]) -> set[tuple[Token, Token]]:
    return {
        (a.token, b.token)
        for left, right in pairs
        for a in spans(left)[0]
        for b in spans(right)[0]
        if not one_script(a.token, b.token) and not unlike(a.token, b.token)
    }


def _begun(left: Name, right: Name) -> _Begun:
    (ours, our_joins), (theirs, their_joins) = spans(left), spans(right)
    pairs = []
    sure_left = sure_right = 0
    for a in ours:
        for b in theirs:
            bits = _speaking_for(a.token, b.token)
            if bits > 0:
                pairs.append(Pair(a, b, bits))
                if bits > _SURE:
                    sure_left |= a.mask
                    sure_right |= b.mask
    joined: list[tuple[Span, Span]] = []
    if their_joins:
        joined += _joined(ours, their_joins, sure_left, sure_right)
    if our_joins:
        joined += ((b, a) for a, b in _joined(theirs, our_joins, sure_right, sure_left))
    return _Begun(ours, theirs, pairs, joined)


def _speaking_for(left: Token, right: Token) -> float:
    """Bits of two words where they speak for one name; nothing where they cannot."""
    apart = "initial" not in (left.role, right.role) and not one_script(left, right)
    return 0.0 if apart and unlike(left, right) else word_bits(left, right)


def _joined(
    singles: Sequence[Span], joins: Sequence[Span], sure_singles: int, sure_others: int
) -> Iterator[tuple[Span, Span]]:
    """One word with several that may stand for it, where neither has a sure counterpart."""
    open_joins = [join for join in joins if not join.mask & sure_others]
    for single in singles if open_joins else ():
        if single.mask & sure_singles:
            continue
        for join in open_joins:
            if _may_be_one(single.token, join):
                yield single, join


def _chosen(begun: _Begun) -> Unopposed:
    candidates = begun.pairs
    for a, b in begun.joined:
        bits = word_bits(a.token, b.token) - _JOIN_PRICE
        if bits > 0:
            candidates.append(Pair(a, b, bits))
    pairs = _best(candidates)
    taken_left = taken_right = 0
    for pair in pairs:
        taken_left |= pair.left.mask
        taken_right |= pair.right.mask
    return Unopposed(
        pairs,
        tuple(span for span in begun.left if not span.mask & taken_left),
        tuple(span for span in begun.right if not span.mask & taken_right),
        len(candidates) > _MOST_CANDIDATES,
    )


def _may_be_one(one: Token, several: Span) -> bool:
    """Whether it is worth the time to compare a word with several written as one."""
    joined = several.token
    if one_script(one, joined):
        return JaroWinkler.similarity(one.text, joined.text) >= _LIKE_JOINED
    shorter, longer = sorted((len(one.text), len(joined.text)))
    return longer <= shorter * _OTHER_SCRIPT and not unlike_joined(one, joined, several.parts)


def _best(candidates: list[Pair]) -> tuple[Pair, ...]:
    """The choice of pairs, no word twice, that says most."""
    left = right = 0
    clash = False
    for pair in candidates:
        clash = clash or bool(left & pair.left.mask or right & pair.right.mask)
        left |= pair.left.mask
        right |= pair.right.mask
    if len(candidates) > 1:
        candidates.sort(key=_strength)
    return _search(candidates[:_MOST_CANDIDATES], 0, 0)[1] if clash else tuple(candidates)


def _strength(pair: Pair) -> tuple[float, int, int]:
    left, right = pair.left.mask, pair.right.mask
    return -pair.bits, left + right, left ^ right


def _search(candidates: Sequence[Pair], left: int, right: int) -> tuple[float, tuple[Pair, ...]]:
    """Best sum over the free candidates; the first of them is taken, or something in its way is."""
    free = [p for p in candidates if not (p.left.mask & left or p.right.mask & right)]
    if not free:
        return 0.0, ()
    first = free[0]
    best: tuple[float, tuple[Pair, ...]] = (0.0, ())
    for pair in free:
        if pair.left.mask & first.left.mask or pair.right.mask & first.right.mask:
            bits, chosen = _search(free, left | pair.left.mask, right | pair.right.mask)
            if bits + pair.bits > best[0] + 1e-9:
                best = (bits + pair.bits, (pair, *chosen))
    return best


def _completed(pairs: tuple[Pair, ...], left: list[Span], right: list[Span]) -> Assignment:
    """Add what is left over: words against each other first, then words that are missing."""
    against: list[Pair] = []
    if left and right:
        for pair in _opposed(left, right):
            if pair.left in left and pair.right in right:
                against.append(pair)
                left.remove(pair.left)
                right.remove(pair.right)
    return Assignment(
        pairs, tuple(against), tuple(left), tuple(right), *_total(pairs, against, (*left, *right))
    )


def _opposed(left: Sequence[Span], right: Sequence[Span]) -> list[Pair]:
    """Words that may stand against each other, the likest first."""
    ours = [span for span in left if span.token.role in _OPPOSING]
    theirs = [span for span in right if span.token.role in _OPPOSING]
    pairs = [Pair(a, b, word_bits(a.token, b.token)) for a in ours for b in theirs]
    near = [pair for pair in pairs if pair.bits > APART]
    near.sort(key=lambda p: (-p.bits, *sorted((p.left.token.text, p.right.token.text))))
    return near + [pair for pair in pairs if pair.bits <= APART] if near else pairs


def _total(
    pairs: Sequence[Pair], against: Sequence[Pair], missing: Sequence[Span]
) -> tuple[float, float]:
    """Evidence against strangers, and against somebody nearer."""
    bits = opposed = 0.0
    for pair in pairs:
        bits += pair.bits
    for pair in against:
        opposed += pair.bits
    bits += opposed
    for span in missing:
        bits -= MISSING[span.token.role]
    if len(pairs) == 1 and any(span.token.role == "name" for span in missing):
        bits -= ONE_WORD
    if _father_and_son(pairs, missing):
        return bits, FATHER
    # Different people are unrelated, or relatives: the likelier of the two holds the evidence down.
    return bits, (RELATIVES + opposed if against else inf)


def held(bits: float, most: float) -> float:
    """Bits against strangers held down by the bits against somebody nearer, whichever is likelier.

    This is the odds against both kinds of people, where the nearer are as rare as `most` says.
    """
    if most == inf:
        return bits
    low, high = min(bits, most), max(bits, most)
    return low - log2(1 + 2 ** (low - high))


def _father_and_son(pairs: Sequence[Pair], missing: Sequence[Span]) -> bool:
    """Whether one name is the other with a name more in front of two given names."""
    first = [span for span in missing if span.token.role == "name"]
    if len(first) != 1 or first[0].mask != 1 or len(pairs) < _CHAIN:
        return False
    ordered = sorted(pairs, key=lambda pair: pair.left.mask)
    if ordered != sorted(pairs, key=lambda pair: pair.right.mask):
        return False
    return all(
        known_given_name(key_of(token.text, token.script))
        for pair in ordered[:_CHAIN]
        for token in (pair.left.token, pair.right.token)
    )
