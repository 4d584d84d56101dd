"""The true people: families in communities, with names, birth dates, phones, papers and homes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from headwater.exercise.identities.draws import Draws
from headwater.exercise.identities.names import (
    FIRST_TEST_SEED,
    FamilyName,
    FullName,
    Part,
    draw_family,
    draw_name,
)
from headwater.exercise.streams import Stream
from headwater.exercise.tables import Place, places

COMMUNITY = 60
_FIRST_OF_JANUARY = frozenset({"arab", "dari", "pashto", "kurdish"})
_CULTURES = {
    "arab": 18,
    "persian": 7,
    "dari": 8,
    "pashto": 5,
    "kurdish": 7,
    "serbian": 12,
    "turkish": 12,
    "bulgarian": 10,
    "macedonian": 8,
    "albanian": 8,
    "bosnian": 5,
}
_COUNTRIES = {
    "arab": ("IQ", "IQ", "IQ", "SY", "SY"),
    "persian": ("IR",),
    "dari": ("AF", "AF", "AF", "IR"),
    "pashto": ("AF",),
    "kurdish": ("IQ", "IQ", "IR", "TR", "SY"),
    "serbian": ("RS", "RS", "ME", "BA"),
    "turkish": ("TR",),
    "bulgarian": ("BG",),
    "macedonian": ("MK",),
    "albanian": ("AL", "XK", "XK", "MK"),
    "bosnian": ("BA", "HR"),
}


class _Issue(NamedTuple):
    """How a country's mobile numbers and passports begin, and how many digits follow."""

    mobile: str
    digits: int
    passport: str


_ISSUES = {
    "AF": _Issue("+937", 8, "P0"),
    "AL": _Issue("+3556", 8, "B"),
    "BA": _Issue("+3876", 7, "B"),
    "BG": _Issue("+3598", 8, "38"),
    "HR": _Issue("+3859", 8, "1"),
    "IQ": _Issue("+9647", 9, "A"),
    "IR": _Issue("+989", 9, "P"),
    "ME": _Issue("+3826", 7, "K"),
    "MK": _Issue("+3897", 7, "C"),
    "RS": _Issue("+3816", 7, "0"),
    "SY": _Issue("+9639", 8, "N"),
    "TR": _Issue("+905", 9, "U"),
    "XK": _Issue("+3834", 7, "P"),
}


class Person(NamedTuple):
    """One true person; `borrowed` is another's paper that is shown at times."""

    id: str
    number: int
    household: int
    name: FullName
    born: date
    phones: tuple[str, ...]
    country: str
    document: str
    borrowed: str
    plate: str
    place: Place
    records: int


class _Household(NamedTuple):
    """What the members of a household share."""

    number: int
    name: FamilyName
    country: str
    phone: str
    place: Place
    eldest: date
    size: int


class _Seen(NamedTuple):
    """Phones and papers in use so far, for those that are handed on, shared or borrowed."""

    phones: list[str]
    papers: list[str]


def people(seed: int, records: int) -> Iterator[Person]:
    """Draw people until they hold `records` records; a longer world begins like a shorter one."""
    half = 1 if seed >= FIRST_TEST_SEED else 0
    seen = _Seen([], [])
    left, number, household = records, 0, 0
    while left > 0:
        home = _household(seed, half, household)
        for person in _members(seed, home, number, seen):
            if left > 0:
                yield person._replace(records=min(person.records, left))
            left -= person.records
            number += 1
        household += 1


def _household(seed: int, half: int, number: int) -> _Household:
    stream = Draws(seed, "household", number)
    culture = _culture(seed, number, stream)
    country = stream.pick(_COUNTRIES[culture])
    return _Household(
        number,
        draw_family(stream, culture, half),
        country,
        _phone(stream, country),
        stream.pick(_towns()),
        date(1950, 1, 1) + timedelta(days=stream.whole(0, 18250)),
        stream.weighted((1, 2, 3, 4), (70, 18, 8, 4)),
    )


def _members(seed: int, home: _Household, number: int, seen: _Seen) -> list[Person]:
    members: list[Person] = []
    for place in range(home.size):
        stream = Draws(seed, "person", home.number, place)
        taken = {person.name.given for person in members}
        members.append(_member(stream, home, number + place, taken, seen))
    return members


def _member(
    stream: Stream, home: _Household, number: int, taken: Collection[Part], seen: _Seen
) -> Person:
    sex = "f" if stream.happens(0.22) else "m"
    name = draw_name(stream, home.name, sex, taken)
    born = home.eldest + timedelta(days=len(taken) * stream.whole(400, 1800))
    if name.culture in _FIRST_OF_JANUARY and stream.happens(0.12):
        born = born.replace(month=1, day=1)
    paper = _ISSUES[home.country].passport + f"{stream.whole(0, 99_999_999):08d}"
    borrowed = stream.pick(seen.papers[-500:]) if seen.papers and stream.happens(0.02) else ""
    seen.papers.append(paper)
    return Person(
        f"p{number:07d}",
        number,
        home.number,
        name,
        born,
        _phones(stream, home, seen),
        home.country,
        paper,
        borrowed,
        _plate(stream, home.country) if stream.happens(0.3) else "",
        home.place,
        stream.weighted((1, 2, 3, 4), (60, 22, 11, 7)),
    )


def _phones(stream: Stream, home: _Household, seen: _Seen) -> tuple[str, ...]:
    """Own phones, for some the family's, for a few one that someone else had before."""
    own = [_phone(stream, home.country)]
    if stream.happens(0.2):
        own.append(home.phone)
    if seen.phones and stream.happens(0.05):
        own.append(stream.pick(seen.phones[-2000:]))
    if stream.happens(0.3):
        own.append(_phone(stream, home.country))
    seen.phones.extend(own)
    return tuple(dict.fromkeys(own))


def _culture(seed: int, household: int, stream: Stream) -> str:
    """Most households of a community belong to its main culture."""
    if stream.happens(0.6):
        stream = Draws(seed, "community", household // COMMUNITY)
    return stream.weighted(tuple(_CULTURES), tuple(_CULTURES.values()))


def _phone(stream: Stream, country: str) -> str:
    issue = _ISSUES[country]
    return f"{issue.mobile}{stream.whole(0, 10**issue.digits - 1):0{issue.digits}d}"


def _plate(stream: Stream, country: str) -> str:
    letters = stream.pick("ABCEHKMPTX") + stream.pick("ABCEHKMPTX")
    return f"{country}-{letters}-{stream.whole(1000, 9999)}"


@cache
def _towns() -> tuple[Place, ...]:
    return tuple(places().values())
