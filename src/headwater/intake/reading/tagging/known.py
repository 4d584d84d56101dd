"""Known words: what lists of names and a lexicon say of a word, in a table small enough to ship.

Names are kept as sorted 32-bit checksums with flags, ordinary words as a Bloom filter of stems
(Bloom 1970): neither can be read back as a list. What kind of word stands beside names or within
them is a table of ours, `data/naming_words.csv`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from headwater.intake.reading.names import rows
from headwater.intake.reading.tagging.letters import folded, latin, stem


class Sign:
    """What a list says of a folded word, one bit each."""

    NONE = 0
    PROPER = 1  # a proper noun of the lexicon
    DERIVED = 2  # an adjective of one: Ivanov, bosanski
    GIVEN = 4  # a given name
    FAMILY = 8  # a family name
    PERSON = 16  # part of a person's name somewhere in the world
    PERSON_OFTEN = 32
    PERSON_VERY_OFTEN = 64
    TOWN = 128
    TOWN_PART = 256  # a word of a town's longer name
    COUNTRY = 512
    COUNTRY_PART = 1024
    FREQUENT = 2048  # one of the few hundred most frequent words of its language
    COMMON = 4096
    ORDINARY = 8192
    METROPOLIS = 16384  # a capital or a town of half a million


_RANKS = ((Sign.FREQUENT, "f3"), (Sign.COMMON, "f2"), (Sign.ORDINARY, "f1"))
_TAIL = 16  # bits of a checksum that are searched for, behind those that say where
_BITS_EACH, _HASHES = 10, 4
_SEEDS = tuple(0x9E3779B9 * (n + 1) & 0xFFFFFFFF for n in range(_HASHES))


class Known:
    """The lists, ready for look-up."""

    def __init__(
        self, sums: NDArray[np.uint32], signs: NDArray[np.uint16], ordinary: NDArray[np.uint8]
    ) -> None:
        self.sums, self.signs, self.filter = sums, signs, ordinary
        # Buffers of Python: a look-up in an array of numpy costs several times as much.
        self._sums, self._signs = memoryview(sums.data), memoryview(signs.data)
        heads = np.arange((1 << 32 - _TAIL) + 1, dtype=np.uint64) << _TAIL
        self._starts = memoryview(np.searchsorted(sums, heads).astype(np.int32).data)
        self._filter = ordinary.tobytes()
        self._bits = 8 * len(ordinary)

    def signs_of(self, word: str) -> int:
        """What the lists say of a folded word."""
        wanted = crc32(word.encode())
        head = wanted >> _TAIL
        end = self._starts[head + 1]
        at = bisect_left(self._sums, wanted, self._starts[head], end)
        return self._signs[at] if at < end and self._sums[at] == wanted else Sign.NONE

    def ordinary(self, word_stem: str) -> bool:
        """Whether a stem is one of the lexicon's ordinary words."""
        written = word_stem.encode()
        for seed in _SEEDS:  # most words fail at the first
            bit = crc32(written, seed) % self._bits
            if not self._filter[bit >> 3] >> (bit & 7) & 1:
                return False
        return True

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """As arrays to be written to a file; `read_known` reads them."""
        return {
            f"{name}.sums": self.sums,
            f"{name}.signs": self.signs,
            f"{name}.ordinary": self.filter,
        }


class Lists(NamedTuple):
    """What the tagger looks words up in.

    Attributes:
        names: Names and the lexicon of the languages that the model was trained on.
        more: Names of other languages, and how frequent words are in each language.
    """

    names: Known
    more: Known

    def signs_of(self, word: str) -> int:
        """What the lists of names say of a folded word."""
        return self.names.signs_of(word) | self.more.signs_of(word)

    def rank(self, word: str, language: str) -> str:
        """How frequent a folded word is in a language: f3 (most) to f0."""
        signs = self.more.signs_of(f"{language} {word}")
        return next((name for sign, name in _RANKS if signs & sign), "f0")


def read_known(arrays: Mapping[str, NDArray[Any]], name: str) -> Known:
    """The lists of that name among the arrays of a file."""
    sums, signs = arrays[f"{name}.sums"], arrays[f"{name}.signs"]
    return Known(sums, signs, arrays[f"{name}.ordinary"])


def compile_known(names: Mapping[str, int], ordinary: Iterable[str]) -> Known:
    """The table of folded names with their signs and of ordinary folded words."""
    by_sum: dict[int, int] = {}
    for word, sign in names.items():
        wanted = crc32(word.encode())
        by_sum[wanted] = by_sum.get(wanted, 0) | sign
    sums = np.array(sorted(by_sum), dtype=np.uint32)
    signs = np.array([by_sum[each] for each in sums.tolist()], dtype=np.uint16)
    stems = sorted({stem(word) for word in ordinary})
    bits = np.zeros(max(8, len(stems) * _BITS_EACH // 8 * 8), dtype=np.uint8)
    for each in stems:
        bits[_bits_of(each, len(bits))] = 1
    return Known(sums, signs, np.packbits(bits, bitorder="little"))


def _bits_of(word: str, size: int) -> list[int]:
    written = word.encode()
    return [crc32(written, seed) % size for seed in _SEEDS]


class Roles:
    """What kind of word stands beside or within names, in one language."""

    def __init__(self, language: str) -> None:
        self._whole: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        for row in rows("naming_words.csv"):
            if row["language"] == language:
                for each in row["words"].split():
                    words = self._stems if each.endswith("*") else self._whole
                    words.setdefault(folded(latin(each.rstrip("*"))), row["kind"])
        self._sizes = sorted({len(each) for each in self._stems if len(each) > 1}, reverse=True)

    def of(self, plain: str) -> str:
        """The role of a folded word, or empty."""
        known = self._whole.get(plain)
        if known is None:
            for size in self._sizes:
                known = self._stems.get(plain[:size])
                if known is not None:
                    return known
        return known or ""


@cache
def roles(language: str) -> Roles:
    """The words of a language: `sh`, `mk`, `bg`, `sq` or `en`; of others none."""
    return Roles(language)
