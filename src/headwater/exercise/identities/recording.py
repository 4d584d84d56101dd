"""One record of a person: what an office wrote down, with the gaps and errors that offices make."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from headwater.exercise.identities.names import clerk_for, word_name
from headwater.exercise.identities.people import Person
from headwater.exercise.identities.slips import slip
from headwater.exercise.streams import Stream
from headwater.exercise.tables import Place


class Record(NamedTuple):
    """A row of people.csv; dates are YYYY-MM-DD or YYYY, phones E.164, empty where not recorded."""

    id: str
    name: str
    category: str
    sex: str
    birth_date: str
    phone: str
    country: str
    document: str
    plate: str
    place: str
    agency: str
    language: str
    script: str


class Written(NamedTuple):
    """A record, and whether its name holds more than a byname."""

    record: Record
    named: bool


def record_person(stream: Stream, person: Person, id: str, category: str) -> Written:
    """Write one record of a person."""
    clerk = clerk_for(stream, person.name.culture)
    office = clerk.office
    name, named = word_name(stream, person.name, clerk)
    if stream.happens(0.06):
        name = slip(stream, name, office.script)
    record = Record(
        id=id,
        name=name,
        category=category,
        sex=person.name.sex if stream.happens(0.6) else "",
        birth_date=_birth_date(stream, person),
        phone=stream.pick(person.phones) if stream.happens(0.3) else "",
        country=_country(stream, person),
        document=_document(stream, person),
        plate=person.plate if person.plate and stream.happens(0.25) else "",
        place=_place(stream, person.place, office.language),
        agency=f"{office.code}-{clerk.habit % 3 + 1}",
        language=office.language,
        script=office.script,
    )
    return Written(record, named)


def _birth_date(stream: Stream, person: Person) -> str:
    roll, born = stream.share(), person.born
    if roll >= 0.55:
        return ""
    if roll >= 0.45:
        return str(born.year)
    error = stream.share()
    if error < 0.04 and born.day <= 12:
        born = date(born.year, born.day, born.month)
    elif error < 0.07:
        year = born.year + (1 if error < 0.055 else -1)
        born = date(year, born.month, min(born.day, 28))
    elif error < 0.09:
        born = date(born.year, 1, 1)
    return born.isoformat()


def _place(stream: Stream, place: Place, language: str) -> str:
    """The town as the office's language spells it, where known."""
    if not stream.happens(0.5):
        return ""
    spellings = {"sr": place.sr, "hr": place.sr, "sq": place.sq, "mk": place.mk, "bg": place.bg}
    return spellings.get(language, "") or place.name


def _country(stream: Stream, person: Person) -> str:
    return person.country if stream.happens(0.7) else ""


def _document(stream: Stream, person: Person) -> str:
    if not stream.happens(0.15):
        return ""
    if stream.happens(0.03):
        return person.document[:-1]
    return person.borrowed if person.borrowed and stream.happens(0.5) else person.document
