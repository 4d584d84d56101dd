"""The method: disruptions with level, groups, legs, cases, and the effect that can be shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from headwater.analysis.impact import effect
from headwater.analysis.impact.design import COMPARED
from headwater.analysis.impact.gathering import tell
from headwater.analysis.impact.ledger.events import CRITERIA, Event, once
from headwater.analysis.impact.ledger.tellings import tellings
from headwater.model import Finding, Method, Output, Parameter, WrongUse
from headwater.picture import Picture
from headwater.safeguard import suppress_small_cells

METHOD = Method(
    id="impact.ledger",
    version="2",
    question="Which disruptions were there, each counted once, and what did they change?",
    parameters=(
        *COMPARED,
        Parameter("days", "int", 1, "Days by which two agencies' tellings may differ.", 0, 31),
        Parameter("window", "int", 84, "Days from its date in which an effect is sought.", 7, 366),
        Parameter("effects", "flag", True, "Run impact.effect for each that a series goes with."),
    ),
    outputs=(
        Output("id", "text", "The id it was first told under."),
        Output("date", "text", "When, as told."),
        Output("kind", "text", "What was done."),
        Output("level", "text", "major, moderate, minor, undecided; none: no disruption."),
        Output("reason", "text", "Why this level."),
        Output("counted", "flag", "Whether it counts as a disruption."),
        Output("agencies", "list", "Who took part."),
        Output("tellings", "count", "How often it was told."),
        Output("joined", "list", "Why tellings under other ids are of the same event."),
        Output("place", "text", "Where."),
        Output("groups", "list", "Groups that it struck."),
        Output("legs", "list", "Legs of these groups, or at this place."),
        Output("cases", "list", "Cases that it belongs to."),
        Output("series", "text", "Series in which an effect was sought; empty where in none."),
        Output("effect", "number", "Mean change of a period in the window; null where none shown."),
        Output("low", "number", "Low end of its 95 % interval."),
        Output("high", "number", "High end of it."),
        Output("share", "number", "Effect as a share of what would have been."),
        Output("verdict", "text", "That of impact.effect; empty where it was not run."),
        Output("why", "text", "Why that verdict, or why there is none."),
    ),
    inputs=("operations", "legs", "series", "people"),
    cost="disruptions + one impact.effect for each that a series goes with",
    not_for="Success by number: more disruptions and more crossings rise together. Counting people "
    "being moved, or ranking units or officers.",
    reference="Notes on practice: action with evidenced impact; an event counted once",
)

_MOST_NAMED = 5
_SHOWN = ("effect", "low", "high", "share", "verdict", "why")


class _Leg(NamedTuple):
    """What a leg is known by (its ends and group, in small letters), and its name."""

    words: frozenset[str]
    name: str


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Count each disruption once, with what it changed."""
    caveats: list[str] = []
    events = once(tellings(picture, parameters, caveats), parameters["days"])
    if not events:
        caveats.append("No disruption is told of in this picture.")
        return METHOD.found(picture.fingerprint, parameters, (), caveats=tuple(caveats))
    legs = _legs(picture)
    effects = _Effects(picture, parameters, events)
    rows = [_row(event, legs) | effects.of(event) for event in events]
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate=_totals(rows),
        sensitivity=_sensitivity(picture, parameters),
        caveats=(*caveats, *_caveats(rows)),
        evidence={
            event.id: tuple(sorted({one for told in event.tellings for one in told.statements}))
            for event in events
        },
    )


def _row(event: Event, legs: Sequence[_Leg]) -> dict[str, Any]:
    level, reason = event.level
    struck = {one.casefold() for part in ("group", "place") for one in event.told(part)}
    along = list(dict.fromkeys(leg.name for leg in legs if leg.words & struck))
    return {
        "id": event.id,
        "date": event.tellings[0].date.text,
        "kind": ", ".join(event.told("kind")),
        "level": level,
        "reason": reason,
        "counted": event.counted,
        "agencies": event.told("agency"),
        "tellings": len(event.tellings),
        "joined": event.joined,
        "place": ", ".join(event.told("place")),
        "groups": event.told("group"),
        "legs": along[:_MOST_NAMED],
        "cases": event.told("case"),
    }


def _legs(picture: Picture) -> list[_Leg]:
    entities = picture.entities
    called = dict(zip(entities["id"].to_pylist(), entities["caption"].to_pylist(), strict=True))
    found = []
    for row in picture.legs.select(["from", "to", "from_name", "to_name", "network"]).to_pylist():
        words = {*row.values(), called.get(row["network"], "")} - {""}
        name = f"{row['from_name'] or '?'} to {row['to_name'] or '?'}"
        found.append(_Leg(frozenset(one.casefold() for one in words), name))
    return found


class _Effects:
    """What impact.effect shows for each event, in the series that goes with it."""

    def __init__(
        self, picture: Picture, parameters: Mapping[str, Any], events: Sequence[Event]
    ) -> None:
        self._picture, self._parameters = picture, parameters
        self._names = sorted(tell(picture, parameters).cells)
        self._series = {event.id: self._series_of(event) for event in events if event.counted}
        self._events = events
        self._known: dict[tuple[str, date], dict[str, Any]] = {}

    def _series_of(self, event: Event) -> str:
        """The series that it names, the treated one, or the only one named like its place."""
        told = [one for one in event.told("series") if one in self._names]
        treated: str = self._parameters["treated"]
        if told or treated:
            return [*told, treated][0]
        places = [one.casefold() for one in event.told("place")]
        like = [name for name in self._names if any(one in name.casefold() for one in places)]
        return like[0] if len(like) == 1 else ""

    def of(self, event: Event) -> dict[str, Any]:
        """The columns of an effect; null where none can be shown, with why."""
        series = self._series.get(event.id, "")
        none = dict.fromkeys(_SHOWN) | {"series": series, "verdict": ""}
        if not event.counted:
            return none | {"why": "it is no disruption"}
        if not self._parameters["effects"]:
            return none | {"why": "effects were not asked for"}
        if not series:
            return none | {"why": "no series goes with it: name one in its column series"}
        key = (series, event.day)
        if key not in self._known:
            self._known[key] = self._measured(series, event.day)
        found = self._known[key]
        return none | found | {"why": found["why"] + self._others(event, series)}

    def _measured(self, series: str, day: date) -> dict[str, Any]:
        last = day + timedelta(days=self._parameters["window"] - 1)
        asked = {one.name: self._parameters[one.name] for one in COMPARED} | {"treated": series}
        asked |= {"start": day.isoformat(), "end": last.isoformat()}
        try:
            (row,) = effect.run(self._picture, effect.METHOD.settle(asked)).rows
        except WrongUse as error:
            return {"verdict": "refused", "why": error.what}
        return {name: row[name] for name in _SHOWN}

    def _others(self, event: Event, series: str) -> str:
        """Other disruptions in the window, which cannot be told apart from this one."""
        window = timedelta(days=self._parameters["window"])
        near = [
            other.id
            for other in self._events
            if other is not event
            and self._series.get(other.id) == series
            and abs(other.day - event.day) < window
        ]
        return f"; not told apart from {', '.join(near)}" if near else ""


def _totals(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Totals by level and by quarter; and as they may leave the node, small cells suppressed."""
    counted = [row for row in rows if row["counted"]]
    levels = (*CRITERIA, "undecided")
    by_level = Counter(row["level"] for row in counted)
    by_quarter = Counter((_quarter(row["date"]), row["level"]) for row in counted)
    cells = [
        {"quarter": quarter, "level": level, "disruptions": by_quarter[quarter, level]}
        for quarter in sorted({quarter for quarter, _ in by_quarter})
        for level in levels
    ]
    told = [{"level": level, "disruptions": by_level[level]} for level in levels]
    return {
        "disruptions": len(counted),
        "tellings": sum(row["tellings"] for row in counted),
        "by_level": told,
        "by_quarter": [cell for cell in cells if cell["disruptions"]],
        "to_leave": {
            "by_level": suppress_small_cells(told, "disruptions"),
            "by_quarter": suppress_small_cells(cells, "disruptions", within=("quarter",)),
        },
        "verdicts": dict(sorted(Counter(row["verdict"] or "none" for row in counted).items())),
    }


def _quarter(day: str) -> str:
    """The quarter of a date's first day; the year alone where no month is told."""
    month = day[5:7]
    return f"{day[:4]}-Q{(int(month) + 2) // 3}" if month else day[:4]


def _sensitivity(picture: Picture, parameters: Mapping[str, Any]) -> dict[str, Any]:
    strong = once(tellings(picture, parameters, [], weak=False), parameters["days"])
    return {"weak grades dropped": {"disruptions": sum(event.counted for event in strong)}}


def _caveats(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    caveats = [
        "A number of disruptions is activity, not success: only a comparison with what would have "
        "been says whether it worked, and most disruptions are too small for any series to show."
    ]
    aside = [row["id"] for row in rows if not row["counted"]]
    if aside:
        caveats.append(
            f"What is about people being moved is no disruption, {len(aside):,} in all: "
            f"{', '.join(aside[:_MOST_NAMED])}."
        )
    open_ = sum(row["level"] == "undecided" for row in rows)
    if open_:
        caveats.append(f"{open_:,} disruptions have no level until a person gives one.")
    return caveats
