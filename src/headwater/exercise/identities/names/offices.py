"""The invented offices that write records, and how each writes a name part."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from headwater.exercise.identities.names.parts import CULTURES, Part
from headwater.exercise.identities.names.spelling import HABITS, spelling
from headwater.exercise.identities.names.tables import rows_of
from headwater.exercise.streams import Stream

_NO_HAMZA = str.maketrans("أإآ", "ااا")
_ARABIC_KEYS = str.maketrans("کی", "كي")


class Office(NamedTuple):
    """An office: language and script of its records, its way of writing, whether in capitals."""

    code: str
    language: str
    script: str
    way: str
    table: str
    capitals: bool


class Clerk(NamedTuple):
    """One clerk of an office; the habit decides between the spellings the office allows."""

    office: Office
    habit: int

    def write(self, part: Part) -> str:
        """Write a name part, capitalised as names are."""
        office = self.office
        if office.way == "native":
            return typed(part.native, self.habit) if office.script == "arab" else part.native
        if office.way == "home":
            return part.form
        if office.way == "bare":
            return bare(part.form, self.habit)
        sources = {"sounds": part.sounds, "letters": part.native.lower(), "forms": part.form}
        source = sources[office.way]
        if office.way == "forms":
            source = unicodedata.normalize("NFC", source.replace("İ", "i").lower())
        written = spelling(office.table, self.habit).write(source)
        return written if office.script == "arab" else capitalised(written)


def bare(text: str, habit: int) -> str:
    """Drop diacritics, as keyboards without them do; d-stroke becomes dj for half of the clerks."""
    stroke = ("dj", "Dj") if habit % 2 else ("d", "D")
    plain = text.replace("đ", stroke[0]).replace("Đ", stroke[1]).replace("ı", "i")
    split = unicodedata.normalize("NFKD", plain.replace("ł", "l"))
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def typed(native: str, habit: int) -> str:
    """Arabic script as keyboards and haste leave it: hamza, dots and joins by the clerk's habit."""
    kind = habit % 12
    if kind % 2:
        native = native.translate(_NO_HAMZA)
    if kind % 5 == 1:
        native = native.replace("عبد ال", "عبدال")
    if kind % 4 == 2:
        native = native.replace("\u200c", "" if kind == 2 else " ")
    if kind == 7:
        native = native.translate(_ARABIC_KEYS)
    if kind in {3, 8} and native.endswith(("ى", "ة")):
        native = native[:-1] + {"ى": "ي", "ة": "ه"}[native[-1]]
    return native


def capitalised(text: str) -> str:
    """Capitals at the start of each word and after a hyphen, but not for a small article."""
    return " ".join(_word(word) for word in text.split(" "))


def _word(word: str) -> str:
    """Capitals in one word: Abu-Bakr, 'Ali, al-Basri."""
    small, hyphen, rest = word.partition("-")
    if small in {"al", "el", "ал", "ел"}:
        return small + hyphen + _word(rest) if hyphen else word
    return "-".join(_capital(piece) for piece in word.split("-"))


def _capital(word: str) -> str:
    for place, letter in enumerate(word):
        if letter.isalpha():
            return word[:place] + letter.upper() + word[place + 1 :]
    return word


class _Door(NamedTuple):
    """The offices where people of a culture turn up, with their heights for a draw."""

    offices: tuple[Office, ...]
    heights: tuple[float, ...]


@cache
def _doors() -> dict[str, _Door]:
    rows = rows_of("offices.csv")
    doors = {}
    for culture in CULTURES:
        used = [row for row in rows if int(row[_column(culture)])]
        offices = tuple(_office(row, culture) for row in used)
        doors[culture] = _Door(offices, tuple(accumulate(float(r[_column(culture)]) for r in used)))
    return doors


def _column(culture: str) -> str:
    return "dari" if culture == "pashto" else culture


def _office(row: dict[str, str], culture: str) -> Office:
    table = row["table"]
    if table == "bgn":
        table = "bgn_arab" if culture == "arab" else "bgn_persian"
    return Office(
        row["office"], row["language"], row["script"], row["way"], table, row["capitals"] == "1"
    )


def clerk_for(stream: Stream, culture: str) -> Clerk:
    """Draw the office and the clerk that write down a person of this culture."""
    door = _doors()[culture]
    place = bisect_right(door.heights, stream.share() * door.heights[-1])
    office = door.offices[min(place, len(door.offices) - 1)]
    return Clerk(office, stream.whole(0, HABITS - 1))
