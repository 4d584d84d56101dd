"""Events: what is told of a thing, day by day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from headwater.node.things.columns import Fields
from headwater.node.things.index import ThingIndex
from headwater.node.things.shield import Shield
from headwater.node.things.thing import Thing, latest_reports
from headwater.node.things.ties import Tie, ties_of

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
    return _in_order(thing.ties, thing.reports)


def events_about(index: ThingIndex, entity: str, shield: Shield) -> list[Event]:
    """The same without the rest of the thing; nothing for who is not named, or is not here.

    Args:
        index: What the viewer may see, ready to be asked.
        entity: Id of the thing, or of a mention that was joined into it.
        shield: Who is not named to the viewer.
    """
    at = index.row(entity)
    if at < 0 or shield.hides(index.ids[at].as_py()):
        return []
    ties, _ = ties_of(index, at, shield)
    return _in_order(ties, latest_reports(index, index.reports(at), shield))


def _in_order(ties: Iterable[Tie], reports: Iterable[Fields]) -> list[Event]:
    return sorted([*_ties(ties), *_reports(reports)], key=lambda one: (one.date, one.label))


def _ties(ties: Iterable[Tie]) -> Iterator[Event]:
    for tie in ties:
        if tie.first and tie.statements:
            end = tie.last if tie.last != tie.first else ""
            kind = tie.kind if tie.kind in _HAPPENINGS else tie.how
            yield Event(tie.first, end, kind, tie.name, statement=tie.statements[0])


def _reports(reports: Iterable[Fields]) -> Iterator[Event]:
    for row in reports:
        begin = row["information_from"] or row["record_date"]
        if begin:
            end = row["information_to"] if row["information_to"] != begin else ""
            yield Event(begin, end or "", "report", row["title"], report=row["urn"])
