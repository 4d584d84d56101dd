"""Name parts by naming culture, and the halves that development and test seeds draw from.

The lists stand in data/names (own lists from general knowledge, see each header). A part belongs to
one half by a hash of its consonants, so that the parts of test names (seeds above 100) never
occur in names made with the development seeds.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from hashlib import sha256
from itertools import accumulate
from typing import NamedTuple

from headwater.exercise.identities.names.sounds import read_sounds
from headwater.exercise.identities.names.tables import rows_of
from headwater.exercise.streams import Stream

CULTURES = (
    *("arab", "persian", "dari", "pashto", "kurdish"),
    *("serbian", "bosnian", "macedonian", "bulgarian", "albanian", "turkish"),
)
ARABIC_SCRIPT = frozenset({"arab", "persian", "dari", "pashto", "kurdish"})
FIRST_TEST_SEED = 101
ZIPF = 1.3  # 10,000 records then hold as many namesakes as registers of such names do


_CLASSES = str.maketrans(
    {
        **dict.fromkeys("tdθð", "t"),
        **dict.fromkeys("szcʒ", "s"),
        **dict.fromkeys("šžčǰćđ", "c"),
        **dict.fromkeys("kgqġx", "k"),
        **dict.fromkeys("pb", "p"),
        **dict.fromkeys("fvw", "f"),
        **{"ļ": "l", "ñ": "n"},
        **dict.fromkeys("aeiouAIUEOăĭŭəɛɪæäyøɯjʿʾ%", ""),
    }
)
# The consonants of -ovski, -ović, -zadah, -nizhad, -fard, -khel, -pur, -ski, -ić, -ov, -zai...
_ENDINGS = ("fsk", "fc", "st", "nct", "frt", "kl", "pr", "sk", "c", "f", "s", "n", "l")
# Gul, Khan, Muhammad, Abd, Allah, Din, Shah, Agha, Mir, Jan, Sher, Ghulam, Ali, Reza, Husain.
_GRAMMAR = frozenset(
    ["kl", "kn", "mhmt", "pt", "lh", "tn", "ch", "k", "mr", "cn", "cr", "klm", "l", "rs", "hsn"]
)


class Part(NamedTuple):
    """One given or family name: vocalised form, native spelling, sounds."""

    form: str
    native: str
    sounds: str


class PartList(NamedTuple):
    """The parts of one kind, common ones first, with their heights for a draw."""

    parts: tuple[Part, ...]
    heights: tuple[float, ...]

    def draw(self, stream: Stream) -> Part:
        """Draw a part; common ones are much more frequent than rare ones (Zipf and Mandelbrot)."""
        place = bisect_right(self.heights, stream.share() * self.heights[-1])
        return self.parts[min(place, len(self.parts) - 1)]


def half_of(sounds: str) -> int:
    """The half (0 development, 1 test) that a part belongs to, by the consonants of its stem.

    Muhammad, Muhamed and Mehmed, or Petar, Petrović and Петров, so fall into one half, in
    whatever culture. Words that build compounds (Gul, Khan, Abd, Allah...) are grammar and do
    not count.
    """
    words = [_consonants(word) for word in sounds.replace("~", " ").replace("+", " ").split(" ")]
    bearing = [word for word in words if word not in _GRAMMAR] or words
    return sha256(_stem("".join(bearing)).encode()).digest()[0] & 1


def _consonants(word: str) -> str:
    folded = word.translate(_CLASSES)
    return "".join(c for place, c in enumerate(folded) if place == 0 or c != folded[place - 1])


def _stem(consonants: str) -> str:
    """Cut the ending of a family name where two consonants or more are left."""
    for ending in _ENDINGS:
        if consonants.endswith(ending) and len(consonants) - len(ending) >= 2:
            return consonants[: -len(ending)]
    return consonants


@cache
def part_list(culture: str, kind: str, half: int) -> PartList:
    """The parts of a culture's `given_m`, `given_f` or `family` that stand in one half."""
    parts = tuple(part for part in _read(culture).get(kind, ()) if half_of(part.sounds) == half)
    weights = (1.0 / (place + 2) ** ZIPF for place in range(len(parts)))
    return PartList(parts, tuple(accumulate(weights)))


@cache
def _read(culture: str) -> dict[str, tuple[Part, ...]]:
    found: dict[str, list[Part]] = {}
    for row in rows_of(f"names/{culture}.csv"):
        part = Part(row["form"], row["native"], read_sounds(culture, row["form"]))
        found.setdefault(row["kind"], []).append(part)
    return {kind: tuple(parts) for kind, parts in found.items()}
