"""Likeness: how alike two words sound, from sketches of 64 bits, fast enough for every pair.

A sketch has a bit for each pair of neighbouring classes of a skeleton (or of neighbouring letters);
the share of bits in common is Dice's coefficient (1945) on bigrams, up to chance collisions.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

from headwater.resolve.candidates.keys import key_hash
from headwater.resolve.names import Token, token_keys

Ints = NDArray[np.int64]
Bits = NDArray[np.float32]
Sketches = NDArray[np.uint64]

# Weights of the comparison of two words, in bits: a logistic regression on invented people, on
# development seeds only. Rarity counts for less than its bits, because words of one culture go
# together, and because a pair is only looked at where something rare is shared.
_RARITY = 0.6
_RARITY_APART = 0.5
_APART = 6.0
_MISSPELT = 5.0
_MISSPELT_ACROSS = 2.7
_ACROSS = 0.8
_EXACT = -1.5
_EXACT_RARITY = 0.5
_TOO_FAR = 0.5
_UNMATCHED = -6.0
_SURPLUS = -1.0


class Words(NamedTuple):
    """Columns over the different words of all names.

    Attributes:
        likely: Sketch of the likeliest skeleton.
        all: Sketch of all skeletons that the word may have.
        letters: Sketch of the letters, romanised.
        unvowelled: Whether its script leaves short vowels out.
        near: Codes of the skeletons one class away (the likeliest, less one class), all words
            one after the other; `near_start` says where those of a word begin.
        rarity: Bits that a match on the skeleton is worth: log2 of all words over those that
            have the skeleton.
        own_rarity: The same for the word as it is spelled.
    """

    likely: Sketches
    all: Sketches
    letters: Sketches
    unvowelled: NDArray[np.bool_]
    near: NDArray[np.int64]
    near_start: NDArray[np.int64]
    rarity: NDArray[np.float32]
    own_rarity: NDArray[np.float32]


def words_of(tokens: Sequence[Token], counts: NDArray[np.int64]) -> Words:
    """Columns of different words, with how often each occurs."""
    keys = [token_keys(token) for token in tokens]
    numbers: dict[str, int] = {}
    skeleton = np.array([numbers.setdefault(k[0], len(numbers)) for k in keys], np.int64)
    near = [_near(k[0]) for k in keys]
    total = max(1, int(counts.sum()))
    held = np.bincount(skeleton, weights=counts, minlength=len(numbers))
    return Words(
        np.array([_sketch(k[:1]) for k in keys], np.uint64),
        np.array([_sketch(k) for k in keys], np.uint64),
        np.array([_sketch([anyascii(token.text).lower()]) for token in tokens], np.uint64),
        np.array([token.script == "arab" for token in tokens], bool),
        np.array([code for codes in near for code in codes], np.int64),
        np.cumsum([0, *map(len, near)]),
        np.log2(total / np.maximum(1, held[skeleton])).astype(np.float32),
        np.log2(total / np.maximum(1, counts)).astype(np.float32),
    )


def _near(skeleton: str) -> list[int]:
    shorter = {skeleton[:i] + skeleton[i + 1 :] for i in range(len(skeleton))}
    return [key_hash(text) for text in sorted({skeleton, *shorter}) if text]


def _sketch(texts: Iterable[str]) -> int:
    bits = 0
    for text in texts:
        edged = f"^{text}$"
        for one, other in pairwise(edged):
            bits |= 1 << ((ord(one) * 31 + ord(other)) * 0x9E3779B1 % 0x100000000 >> 26)
    return bits


def names_bits(words: Words, start: Ints, word: Ints, left: Ints, right: Ints) -> Bits:
    """Bits of the names of pairs of records: each word with its best match on the other side.

    Args:
        words: The different words.
        start: Where the words of each record begin in `word`; one longer than the records.
        word: Numbers of words, record after record.
        left: Positions of records.
        right: Positions of the records beside them.
    """
    of_left, of_right = np.diff(start)[left], np.diff(start)[right]
    number = of_left * of_right
    pair = np.repeat(np.arange(len(left)), number)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(number) - number, number)
    here, there = within // of_right[pair], within % of_right[pair]
    bits = _word_bits(words, word[start[left][pair] + here], word[start[right][pair] + there])
    width = int(max(of_left.max(initial=1), of_right.max(initial=1)))
    sum_left, matched_left = _best(pair * width + here, bits, len(left), width)
    sum_right, matched_right = _best(pair * width + there, bits, len(left), width)
    unmatched = np.minimum(of_left, of_right) - np.minimum(matched_left, matched_right)
    named = (of_left > 0) & (of_right > 0)
    against = _UNMATCHED * unmatched + _SURPLUS * np.abs(of_left - of_right)
    return np.where(named, np.minimum(sum_left, sum_right) + against, 0).astype(np.float32)


def _word_bits(words: Words, left: Ints, right: Ints) -> Bits:
    """Bits for pairs of words by their numbers; minus infinity where they do not sound alike."""
    here, there = words.likely[left], words.likely[right]
    common = np.bitwise_count(here & words.all[right]) + np.bitwise_count(words.all[left] & there)
    apart = 1 - common / (np.bitwise_count(here) + np.bitwise_count(there)).astype(np.float32)
    one, other = words.letters[left], words.letters[right]
    both = (np.bitwise_count(one) + np.bitwise_count(other)).astype(np.float32)
    misspelt = 1 - 2 * np.bitwise_count(one & other) / both
    rarity = np.minimum(words.rarity[left], words.rarity[right])
    across = words.unvowelled[left] != words.unvowelled[right]
    bits = rarity * (_RARITY - _RARITY_APART * apart) - _APART * apart
    bits += np.where(across, _ACROSS - _MISSPELT_ACROSS * misspelt, -_MISSPELT * misspelt)
    spelling = _EXACT + _EXACT_RARITY * (words.own_rarity[left] - rarity)
    bits += np.where(left == right, spelling, 0)
    return np.where(apart <= _TOO_FAR, bits, -np.inf).astype(np.float32)


def _best(slot: Ints, bits: Bits, pairs: int, width: int) -> tuple[Bits, Ints]:
    """For each pair, the sum over its words of the best match, and how many have one."""
    best = np.full(pairs * width, -np.inf, np.float32)
    np.maximum.at(best, slot, bits)
    found = np.isfinite(best)
    total = np.where(found, best, 0).reshape(pairs, width).sum(axis=1)
    return total.astype(np.float32), found.reshape(pairs, width).sum(axis=1)
