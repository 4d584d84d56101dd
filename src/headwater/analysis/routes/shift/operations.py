"""Dated operations and border measures that began or ended about when a series shifted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from headwater.model import Refused, parse_period
from headwater.picture import Picture
from headwater.series import Step, number_of

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Event:
    """The beginning or the end of an operation."""

    id: str
    kind: str
    place: str
    event: str
    date: str
    number: int


def events_of(picture: Picture, step: Step, caveats: list[str]) -> list[Event]:
    """Beginnings and ends of the operations given beside the picture, in the order of dates."""
    table = picture.tables.get("given_operations")
    if table is None:
        return []
    found, bad = [], []
    for row in table.to_pylist():
        held = {name: value.strip() for name, value in row.items()}
        for event, column in (("began", "date"), ("ended", "end")):
            if not held[column]:
                continue
            try:
                period = parse_period(held[column])
            except Refused:
                bad.append(f"{held['id']} ({held[column]})")
                continue
            day = period.earliest if event == "began" else period.latest
            number = number_of(day, step)
            found.append(
                Event(held["id"], held["kind"], held["place"], event, day.isoformat(), number)
            )
    if bad:
        named = ", ".join(bad[:_MOST_NAMED])
        caveats.append(f"{len(bad)} dates of operations cannot be read: {named}.")
    return sorted(found, key=lambda one: (one.date, one.id, one.event))


def about(
    events: Sequence[Event], since: int, lag: int, places: Sequence[str]
) -> list[dict[str, Any]]:
    """Events up to `lag` periods before a shift or one after it; those at its places first."""
    near = [
        {
            "id": one.id,
            "kind": one.kind,
            "place": one.place,
            "event": one.event,
            "date": one.date,
            "here": _is_here(one.place, places),
        }
        for one in events
        if since - lag <= one.number <= since + 1
    ]
    return sorted(near, key=lambda one: (not one["here"], one["date"], one["id"]))


def _is_here(place: str, places: Sequence[str]) -> bool:
    """Whether a place is one of these, or named in a series."""
    word = place.casefold()
    return bool(word) and any(word in other.casefold() for other in places)
