"""Whole names by naming culture: which parts stand together, and how an office writes them down.

Arabs carry father's and grandfather's names before the family name, Bulgarians a patronymic;
Serbs put the father in brackets; many Afghans have no family name, and so on. Parts are drawn at
random, so a whole name means nobody.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from headwater.exercise.identities.offices import Clerk
from headwater.exercise.identities.parts import Part, part_list
from headwater.exercise.identities.sounds import read_sounds
from headwater.exercise.streams import Stream

_SECOND = Part("Muḥammad", "محمد", "muhammad")


class FamilyName(NamedTuple):
    """What the members of a family share: family name, father, grandfather."""

    culture: str
    half: int
    family: Part
    father: Part
    grandfather: Part
    has_family: bool


class FullName(NamedTuple):
    """A person's name; `middle` is a second given name or a patronymic, `son` names the kunya."""

    culture: str
    sex: str
    given: Part
    middle: Part | None
    home: FamilyName
    family: Part
    son: Part


def draw_family(stream: Stream, culture: str, half: int) -> FamilyName:
    """Draw what a family shares."""
    given = part_list(culture, "given_m", half)
    family = part_list(culture, "family", half).draw(stream)
    has_family = culture not in {"dari", "pashto"} or stream.happens(0.7)
    father, grandfather = given.draw(stream), given.draw(stream)
    return FamilyName(culture, half, family, father, grandfather, has_family)


def draw_name(stream: Stream, home: FamilyName, sex: str) -> FullName:
    """Draw the name of one member of a family."""
    culture = home.culture
    given = part_list(culture, f"given_{sex}", home.half).draw(stream)
    family = feminine(culture, home.family) if sex == "f" else home.family
    middle = None
    if culture == "bulgarian":
        middle = _patronymic(home.father, sex)
    elif culture in {"turkish", "persian", "dari"} and stream.happens(0.15):
        middle = part_list(culture, f"given_{sex}", home.half).draw(stream)
    son = part_list(culture, "given_m", home.half).draw(stream)
    return FullName(culture, sex, given, middle, home, family, son)


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
def _patronymic(father: Part, sex: str) -> Part:
    stem = father.native
    if stem[-1] in "йи":
        native = stem[:-1] + "ев" if stem[-1] == "й" else stem + "ев"
    elif stem[-1] in "оая":
        native = stem[:-1] + "ов"
    elif stem[-1] == "ь":
        native = stem[:-1] + "ев"
    else:
        native = stem + "ов"
    return (
        feminine("bulgarian", Part(native, native, read_sounds("bulgarian", native)))
        if (sex == "f")
        else Part(native, native, read_sounds("bulgarian", native))
    )


def write_name(stream: Stream, name: FullName, clerk: Clerk) -> str:
    """Write the name as this clerk does this time: which parts, in which order, in which case."""
    before, after = _chosen(stream, name, clerk)
    family_first = after and stream.happens(0.12)
    if clerk.office.capitals:
        before, after = before.upper(), after.upper()
    elif family_first and clerk.office.script != "arab":
        after = after.upper()
    if not family_first:
        return f"{before} {after}".strip()
    comma = ", " if clerk.office.capitals or stream.happens(0.3) else " "
    return f"{after}{comma}{before}"


def _chosen(stream: Stream, name: FullName, clerk: Clerk) -> tuple[str, str]:
    """The words before the family name, and the family name (or what stands for it)."""
    write, home = clerk.write, name.home
    given = write(name.given)
    roll = stream.share()
    if name.culture in {"arab", "kurdish"}:
        words = _lineage(roll, given, write(home.father), write(home.grandfather))
        family = "" if 0.80 <= roll < 0.985 and roll < 0.92 else write(name.family)
        return " ".join(words), family
    if not home.has_family:
        return given, write(home.father) if roll < 0.5 else ""
    if name.middle is not None and roll < (0.45 if name.culture == "bulgarian" else 0.7):
        given = f"{given} {write(name.middle)}"
    elif roll > 0.93 and name.culture in {"serbian", "bosnian", "albanian"}:
        given = f"{given} ({write(home.father)})"
    return given, write(name.family)


def _lineage(roll: float, given: str, father: str, grandfather: str) -> list[str]:
    if roll < 0.4:
        return [given]
    if roll < 0.68:
        return [given, father]
    if roll < 0.87:
        return [given, father, grandfather]
    return [given, father]
