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

Bits = NDArray[np.uint64]
_MOST_COMMON = 18.0


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

    likely: Bits
    all: Bits
    letters: Bits
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


def likeness(
    words: Words, left: NDArray[np.int64], right: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Bits for pairs of words by their numbers: how much they speak for one name."""
    here, there = words.likely[left], words.likely[right]
    common = np.bitwise_count(here & words.all[right]) + np.bitwise_count(words.all[left] & there)
    sound = common / (np.bitwise_count(here) + np.bitwise_count(there)).astype(np.float32)
    one, other = words.letters[left], words.letters[right]
    spelled = (
        2
        * np.bitwise_count(one & other)
        / (np.bitwise_count(one) + np.bitwise_count(other)).astype(np.float32)
    )
    return _bits(words, left, right, sound, spelled)


def _bits(
    words: Words,
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    sound: NDArray[np.float32],
    spelled: NDArray[np.float32],
) -> NDArray[np.float32]:
    rarity = np.minimum(words.rarity[left], words.rarity[right])
    across = words.unvowelled[left] != words.unvowelled[right]
    alike = np.where(across, sound, 0.5 * sound + 0.5 * spelled)
    bits = np.where(alike >= 0.5, rarity * (2 * alike - 1), -4.0)
    exact = left == right
    own = np.minimum(words.own_rarity[left], rarity + 3)
    return np.where(exact, own, bits).astype(np.float32)
