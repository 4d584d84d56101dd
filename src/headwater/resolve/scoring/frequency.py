"""Term frequency: which share of the people has a value, so that rare agreement weighs more.

A model keeps shares frozen, else old decisions would change silently as data come in. It keeps
them under a digest of the value and only where at least `LEAST` records have it, so that a model
file holds no names and no numbers of single people.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from math import inf, log2
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headwater.resolve.names import (
    RELATIVES,
    Assignment,
    Pair,
    Unopposed,
    assign_many,
    choose,
    held,
    read_name,
    token_keys,
)
from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring.fields import SCORED, normal, unseen_share
from headwater.resolve.scoring.name_shapes import HARDLY, shape_of

LEAST = 5
"""A value that fewer records have is not kept."""

TOKEN = "name token"  # noqa: S105 - a word of a name, not a password
TOKENS = "name tokens"
"""Where the shares of name skeletons stand: of one word, and of two in one name."""

_WEIGHT_OF_START = 1000
_NAME_UNSEEN = 2e-5
_MIX = 0.5


class Shares(NamedTuple):
    """Shares of the values of one field.

    Attributes:
        records: Number of records that have the field.
        shares: Share of the people by digest of the value.
        floor: Share of a value that was not kept, as the data have it; 0 where they are none.
    """

    records: int
    shares: Mapping[int, float]


Frequencies = Mapping[str, Shares]
"""Shares by field, and by `TOKEN` and `TOKENS`."""


@lru_cache(maxsize=300_000)
def digest(value: str) -> int:
    """A number of 64 bits that stands for a value."""
    return int.from_bytes(blake2b(value.encode("utf-8", "surrogatepass"), digest_size=8).digest())


@lru_cache(maxsize=200_000)
def name_words(text: str) -> tuple[tuple[str, ...], ...]:
    """The skeleton keys of each word of a name."""
    return tuple(token_keys(token) for token in read_name(text).tokens)


def count_values(records: Iterable[PersonRecord]) -> dict[str, tuple[int, Counter[str]]]:
    """For each field, how many records have it, and how many have each value."""
    held = dict.fromkeys((*SCORED, TOKEN, TOKENS), 0)
    counts: dict[str, Counter[str]] = {field: Counter() for field in held}
    for record in records:
        for field, values in values_of(record).items():
            held[field] += 1
            counts[field].update(values)
    return {field: (held[field], counts[field]) for field in held}


def values_of(record: PersonRecord) -> dict[str, set[str]]:
    """The values of a record in the form in which they are counted."""
    found = {
        field: {normal(field, text) for text in texts} - {""}
        for field, texts in record.values.items()
        if field in SCORED
    }
    words: set[str] = set()
    pairs: set[str] = set()
    for text in record.values.get("name", ()):
        name = {keys[0] for keys in name_words(text) if keys}
        words |= name
        pairs |= {f"{one} {two}" for one, two in combinations(sorted(name), 2)}
    return {
        field: values for field, values in {**found, TOKEN: words, TOKENS: pairs}.items() if values
    }


def shares(counts: Mapping[str, tuple[int, Counter[str]]], repeats: float) -> dict[str, Shares]:
    """Frozen shares from counts.

    Args:
        counts: As `count_values` gives them.
        repeats: Records of one person that meet in a pair on average, at least 2: the pair itself
            is no proof that its value is common.
    """
    return {
        field: Shares(
            records,
            {
                digest(value): _share(field, value, number - repeats, records)
                for value, number in sorted(counter.items())
                if number >= LEAST
            },
        )
        for field, (records, counter) in counts.items()
    }


def value_shares(frequencies: Frequencies, field: str, values: list[str]) -> NDArray[np.float64]:
    """The share of the people that have each normal value."""
    known = frequencies[field]
    return np.asarray(
        [
            known.shares.get(digest(value)) or _share(field, value, 0.0, known.records)
            for value in values
        ],
        dtype=float,
    )


class Met(NamedTuple):
    """How two names go together, whoever bears them.

    Attributes:
        plain: What their letters say against strangers.
        most: What they say against somebody nearer, such as relatives.
        words: The key under which each two words meet, and their bits.
        shape: Which words agree, as an index of `SHAPES`.
        ceiling: Words stand against each other, and it was not asked how much: the bits are the
            most that it can be, and the shape is one of `OPPOSED`.
    """

    plain: float
    most: float
    words: tuple[tuple[str, float], ...]
    shape: int
    ceiling: bool = False


_KEPT = 400_000
_met: dict[tuple[str, str], Met] = {}


def meet_names(pairs: Sequence[tuple[str, str]], *, closely: bool = True) -> list[Met]:
    """How each of many pairs of names goes together; what was met lately is remembered.

    Args:
        pairs: Texts that are usable names.
        closely: Else, where words stand against each other, it is enough to know a ceiling.
    """
    unknown = [pair for pair in dict.fromkeys(pairs) if _unknown(pair, closely)]
    if len(_met) + len(unknown) > _KEPT:
        _met.clear()
        unknown = list(dict.fromkeys(pairs))
    names = [(read_name(left), read_name(right)) for left, right in unknown]
    found = map(_told, assign_many(names)) if closely else map(_begun, choose(names))
    _met.update(zip(unknown, found, strict=True))
    return [_met[pair] for pair in pairs]


def _unknown(pair: tuple[str, str], closely: bool) -> bool:
    known = _met.get(pair)
    return known is None or (closely and known.ceiling)


def _begun(found: Unopposed) -> Met:
    if found.contrary:
        plain = inf if found.crowded else sum(pair.bits for pair in found.pairs)
        most = inf if found.crowded else RELATIVES
        return Met(plain, most, _words(found.pairs), HARDLY, ceiling=True)
    return _told(found.completed())


def _told(found: Assignment) -> Met:
    return Met(found.plain, found.most, _words(found.pairs), shape_of(found))


def _words(pairs: Sequence[Pair]) -> tuple[tuple[str, float], ...]:
    met = (
        (_meeting(token_keys(pair.left.token), token_keys(pair.right.token)), pair.bits)
        for pair in pairs
    )
    return tuple((key, bits) for key, bits in met if key)


def population_bits(frequencies: Frequencies, met: Met) -> float:
    """Bits of a pair of names when the population is asked as well as the letters.

    Word by word, the chance that an unrelated person bears it is half what the letters say and half
    the share of people who bear it, so that agreement in a common word is worth no more than the
    word is rare. Two words that go together oftener than by chance are taken as one. People who are
    nearer than strangers, such as relatives, are as rare as ever.
    """
    words, shared = frequencies[TOKEN], []
    excess = 0.0
    for key, bits in met.words:
        share = words.shares.get(digest(key)) or _floor(words.records)
        shared.append((key, share))
        excess += bits - _mixed(bits, share)
    return held(met.plain - excess - _together(frequencies[TOKENS], shared), met.most)


def _meeting(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    return next((key for key in left if key in right), "")


def _mixed(bits: float, share: float) -> float:
    """Bits under the mixture of letters and population; never more than the letters say."""
    return min(bits, -log2((1 - _MIX) * 2**-bits + _MIX * share))


def _together(pairs: Shares, shared: list[tuple[str, float]]) -> float:
    """By how much words that go together are worth less than each by itself."""
    found = 0.0
    for (one, share), (two, other) in combinations(sorted(shared), 2):
        both = pairs.shares.get(digest(f"{one} {two}"), 0.0)
        found = max(found, log2(both / (share * other)) if both else 0.0)
    return found


def _share(field: str, value: str, others: float, records: int) -> float:
    """How common a value is: seen with others, and what is known before any data."""
    if field in (TOKEN, TOKENS):
        return max(others / max(records, 1), _floor(records))
    start = unseen_share(field, value)
    return (max(others, 0.5) + _WEIGHT_OF_START * start) / (records + _WEIGHT_OF_START)


def _floor(records: int) -> float:
    return (0.5 + _WEIGHT_OF_START * _NAME_UNSEEN) / (records + _WEIGHT_OF_START)
