"""The true people: families in communities, with names, birth dates, phones, papers and homes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from headwater.exercise.identities.naming import FullName, draw_family, draw_name
from headwater.exercise.identities.parts import FIRST_TEST_SEED
from headwater.exercise.streams import Stream
from headwater.exercise.tables import places

COMMUNITY = 60
_CULTURES = {
    "arab": 18, "persian": 7, "dari": 8, "pashto": 5, "kurdish": 7,
    "serbian": 12, "turkish": 12, "bulgarian": 10, "macedonian": 8, "albanian": 8, "bosnian": 5,
}  # fmt: skip
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
    """One true person."""

    id: str
    number: int
    household: int
    name: FullName
    born: date
    official_birthday: bool
    phones: tuple[str, ...]
    country: str
    document: str
    plate: str
    place: str
    records: int


def people(seed: int, records: int) -> Iterator[Person]:
    """Draw people until they hold about `records` records; a longer world begins like a shorter."""
    half = 1 if seed >= FIRST_TEST_SEED else 0
    phones: list[str] = []
    left, number, household = records, 0, 0
    while left > 0:
        for person in _members(seed, half, household, number, phones):
            if left <= 0:
                return
            person = person._replace(records=min(person.records, left))
            yield person
            left -= person.records
            number += 1
        household += 1


def _members(
    seed: int, half: int, household: int, number: int, phones: list[str]
) -> Iterator[Person]:
    stream = Stream(seed, "household", household)
    culture = _culture(seed, household, stream)
    home = draw_family(stream, culture, half)
    country = stream.pick(_COUNTRIES[culture])
    shared = _phone(stream, country)
    place = stream.pick(_towns())
    elder = date(1950, 1, 1) + timedelta(days=stream.whole(0, 18250))
    for member in range(stream.weighted((1, 2, 3, 4), (70, 18, 8, 4))):
        one = Stream(seed, "person", household, member)
        sex = "f" if one.happens(0.22) else "m"
        name = draw_name(one, home, sex)
        born = elder + timedelta(days=member * one.whole(400, 1800))
        official = culture in {"arab", "dari", "pashto", "kurdish"} and one.happens(0.12)
        if official:
            born = born.replace(month=1, day=1)
        own = [_phone(one, country)]
        if one.happens(0.2):
            own.append(shared)
        if phones and one.happens(0.05):
            own.append(one.pick(phones[-2000:]))
        if one.happens(0.3):
            own.append(_phone(one, country))
        phones.extend(own)
        yield Person(
            f"p{number + member:07d}",
            number + member,
            household,
            name,
            born,
            official,
            tuple(dict.fromkeys(own)),
            country,
            _ISSUES[country].passport + "".join(str(one.whole(0, 9)) for _ in range(8)),
            _plate(one, country) if one.happens(0.3) else "",
            place,
            one.weighted((1, 2, 3, 4), (60, 22, 11, 7)),
        )


def _culture(seed: int, household: int, stream: Stream) -> str:
    """Most households of a community belong to its main culture."""
    if stream.happens(0.6):
        stream = Stream(seed, "community", household // COMMUNITY)
    return stream.weighted(tuple(_CULTURES), tuple(_CULTURES.values()))


def _phone(stream: Stream, country: str) -> str:
    issue = _ISSUES[country]
    return issue.mobile + "".join(str(stream.whole(0, 9)) for _ in range(issue.digits))


def _plate(stream: Stream, country: str) -> str:
    letters = "".join(stream.pick("ABCEHKMPTX") for _ in range(2))
    return f"{country}-{letters}-{stream.whole(1000, 9999)}"


@cache
def _towns() -> tuple[str, ...]:
    return tuple(place.name for place in places().values())
