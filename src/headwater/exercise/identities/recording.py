"""One record of a person: what an office wrote down, with the gaps and errors that offices make."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from headwater.exercise.identities.naming import write_name
from headwater.exercise.identities.offices import clerk_for
from headwater.exercise.identities.people import Person
from headwater.exercise.identities.slips import slip
from headwater.exercise.streams import Stream


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


def record_person(stream: Stream, person: Person, id: str, category: str) -> Record:
    """Write one record of a person."""
    clerk = clerk_for(stream, person.name.culture)
    office = clerk.office
    name = write_name(stream, person.name, clerk)
    if stream.happens(0.06):
        name = slip(stream, name, office.script)
    return Record(
        id=id,
        name=name,
        category=category,
        sex=person.name.sex if stream.happens(0.6) else "",
        birth_date=_birth_date(stream, person),
        phone=stream.pick(person.phones) if stream.happens(0.3) else "",
        country=_country(stream, person),
        document=_document(stream, person),
        plate=person.plate if person.plate and stream.happens(0.25) else "",
        place=person.place if stream.happens(0.5) else "",
        agency=f"{office.code}-{clerk.habit % 3 + 1}",
        language=office.language,
        script=office.script,
    )


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


def _country(stream: Stream, person: Person) -> str:
    return person.country if stream.happens(0.7) else ""


def _document(stream: Stream, person: Person) -> str:
    if not stream.happens(0.15):
        return ""
    if stream.happens(0.06):
        return person.document[:2] + "".join(str(stream.whole(0, 9)) for _ in range(7))
    return person.document
