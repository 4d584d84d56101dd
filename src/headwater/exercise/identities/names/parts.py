"""Name parts by naming culture, and the halves that development and test seeds draw from.

The lists stand in data/names (own lists from general knowledge, see each header). A part belongs to
one half by a hash of its bare spelling, so that the parts of test names (seeds above 100) never
occur in names made with the development seeds.
"""

from __future__ import annotations

import unicodedata
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
ZIPF = 1.25  # 10,000 records then hold as many namesakes as registers of such names do


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


def bare_form(text: str) -> str:
    """Lower-case letters without marks: what two spellings of one part have in common."""
    plain = text.lower().replace("đ", "dj").replace("ı", "i").replace("ł", "l")
    split = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in split if letter.isalpha())


def half_of(form: str) -> int:
    """The half (0 development, 1 test) that a part belongs to."""
    return sha256(bare_form(form).encode()).digest()[0] & 1


@cache
def part_list(culture: str, kind: str, half: int) -> PartList:
    """The parts of a culture's `given_m`, `given_f` or `family` that stand in one half."""
    parts = tuple(part for part in _read(culture).get(kind, ()) if half_of(part.form) == half)
    weights = (1.0 / (place + 2) ** ZIPF for place in range(len(parts)))
    return PartList(parts, tuple(accumulate(weights)))


@cache
def _read(culture: str) -> dict[str, tuple[Part, ...]]:
    found: dict[str, list[Part]] = {}
    for row in rows_of(f"names/{culture}.csv"):
        part = Part(row["form"], row["native"], read_sounds(culture, row["form"]))
        found.setdefault(row["kind"], []).append(part)
    return {kind: tuple(parts) for kind, parts in found.items()}
