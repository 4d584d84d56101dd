"""Events: what is told of a thing, day by day."""

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.node.things.thing import Thing

_HAPPENINGS = frozenset(
    {
        *("leg", "fee", "sighting", "seizure", "launch", "price advert", "equipment supply"),
        *("arrest", "payment", "observation", "incident"),
    }
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is told of a day.

    Attributes:
        date: The first day, as ISO 8601; it may be a month or a year.
        end: The last day, or empty.
        kind: What kind of thing it is.
        label: What it is called.
        statement: Id of the statement that tells it; empty for a report.
        report: URN of the report; empty for a statement.
    """

    date: str
    end: str
    kind: str
    label: str
    statement: str = ""
    report: str = ""


def events_of(thing: Thing) -> list[Event]:
    """What is told of a thing, the earliest first: its dated ties, and the reports it stands in."""
    return sorted([*_ties(thing), *_reports(thing)], key=lambda one: (one.date, one.label))


def _ties(thing: Thing) -> Iterator[Event]:
    for tie in thing.ties:
        if tie.first and tie.statements:
            end = tie.last if tie.last != tie.first else ""
            kind = tie.kind if tie.kind in _HAPPENINGS else tie.how
            yield Event(tie.first, end, kind, tie.name, statement=tie.statements[0])


def _reports(thing: Thing) -> Iterator[Event]:
    for row in thing.reports:
        begin = row["information_from"] or row["record_date"]
        if begin:
            end = row["information_to"] if row["information_to"] != begin else ""
            yield Event(begin, end or "", "report", row["title"], report=row["urn"])
