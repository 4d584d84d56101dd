"""Whole names by naming culture: which parts a person has.

Arabs and Kurds carry father's and grandfather's names before the family name, Bulgarians a
patronymic; Serbs may put the father in brackets; many Afghans have no family name, and so on.
Parts are drawn at random, so a whole name means nobody.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from headwater.exercise.identities.names.parts import Part, part_list
from headwater.exercise.identities.names.sounds import read_sounds
from headwater.exercise.identities.names.tables import rows_of
from headwater.exercise.streams import Stream

_SECOND_GIVEN = {"turkish": 0.2, "persian": 0.12, "dari": 0.2}


class FamilyName(NamedTuple):
    """What the members of a family share: family name, father, grandfather."""

    culture: str
    half: int
    family: Part
    father: Part
    grandfather: Part
    has_family: bool


class FullName(NamedTuple):
    """A person's name.

    `middle` is a second given name or the patronymic, `byname` a kunya (two parts) or a street
    name, `short` the short form of the given name; empty or None where the person has none.
    """

    culture: str
    sex: str
    given: Part
    middle: Part | None
    home: FamilyName
    family: Part
    byname: tuple[Part, ...]
    short: Part | None

    @property
    def key(self) -> tuple[str, ...]:
        """What namesakes share: given name and family name, or the father's where none is borne."""
        last = self.family if self.home.has_family else self.home.father
        return (self.given.form, last.form)


def draw_family(stream: Stream, culture: str, half: int) -> FamilyName:
    """Draw what a family shares."""
    given = part_list(culture, "given_m", half)
    family = part_list(culture, "family", half).draw(stream)
    has_family = culture not in {"dari", "pashto"} or stream.happens(0.7)
    father = given.draw(stream)
    grandfather = given.draw(stream)
    while grandfather == father:
        grandfather = given.draw(stream)
    return FamilyName(culture, half, family, father, grandfather, has_family)


def draw_name(stream: Stream, home: FamilyName, sex: str, taken: Collection[Part] = ()) -> FullName:
    """Draw the name of one member of a family; siblings bear other given names than `taken`."""
    culture = home.culture
    parts = part_list(culture, f"given_{sex}", home.half)
    given = parts.draw(stream)
    while given in taken or given == home.father or _avoided(home, given):
        given = parts.draw(stream)
    middle = patronymic(home.father, sex) if culture == "bulgarian" else None
    if " " not in given.form and stream.happens(_SECOND_GIVEN.get(culture, 0.0)):
        second = parts.draw(stream)
        middle = None if second == given else second
    byname = _draw_byname(stream, home, sex) if stream.happens(0.3) else ()
    short = _bynames().get((culture, "short", given.form))
    family = feminine(culture, home.family) if sex == "f" else home.family
    return FullName(culture, sex, given, middle, home, family, byname, short[0] if short else None)


def _avoided(home: FamilyName, given: Part) -> bool:
    """Whether the two names together would name someone well known."""
    return (home.culture, given.form, home.family.form) in avoided()


@cache
def avoided() -> frozenset[tuple[str, str, str]]:
    """Culture, given name and family name of people who must not come out by chance."""
    return frozenset((r["culture"], r["given"], r["family"]) for r in rows_of("avoided.csv"))


def _draw_byname(stream: Stream, home: FamilyName, sex: str) -> tuple[Part, ...]:
    culture = home.culture
    if culture == "arab" and stream.happens(0.8):
        word = _bynames()["arab", "father_of" if sex == "m" else "mother_of", ""][0]
        return (word, part_list(culture, "given_m", home.half).draw(stream))
    return (stream.pick(_bynames()[culture, "byname", ""]),) if sex == "m" else ()


def draw_title(stream: Stream, culture: str) -> Part:
    """Draw a title of the culture, such as Haji, Mullah or Gospodin."""
    return stream.pick(_bynames()[culture, "title", ""])


@cache
def _bynames() -> dict[tuple[str, str, str], tuple[Part, ...]]:
    found: dict[tuple[str, str, str], tuple[Part, ...]] = {}
    for row in rows_of("bynames.csv"):
        key = row["culture"], row["kind"], row["of"]
        part = Part(row["form"], row["native"], read_sounds(row["culture"], row["form"]))
        found[key] = (*found.get(key, ()), part)
    return found


@cache
def feminine(culture: str, part: Part) -> Part:
    """The feminine of a Bulgarian or Macedonian family name; others stay as they are."""
    if culture not in {"bulgarian", "macedonian"}:
        return part
    native = part.native
    if native.endswith("ки"):
        native = native[:-1] + "а"
    elif native.endswith("в"):
        native += "а"
    return Part(native, native, read_sounds(culture, native))


@cache
def patronymic(father: Part, sex: str) -> Part:
    """The Bulgarian name after the father: Георги, Георгиев; Никола, Николова."""
    stem, end = father.native, "ов"
    if stem.endswith("ър"):
        stem = stem[:-2] + "р"
    if stem[-1] in "йь":
        stem, end = stem[:-1], "ев"
    elif stem[-1] == "и":
        end = "ев"
    elif stem[-1] in "оая":
        stem = stem[:-1]
        end = "ев" if stem[-1] in "иьй" else "ов"
    part = Part(stem + end, stem + end, read_sounds("bulgarian", stem + end))
    return feminine("bulgarian", part) if sex == "f" else part
