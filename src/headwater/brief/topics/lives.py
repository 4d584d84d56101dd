"""Lives: what words of the last days tell of danger to life, and the incidents; never who."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from headwater.analysis.watch import is_fresh
from headwater.brief.briefing import Danger, Line, Occasion, Row, Table, Topic
from headwater.brief.shelf import Fields
from headwater.brief.topics.incidents import incidents
from headwater.brief.topics.sums import count_words, unit_words, week
from headwater.brief.view import View
from headwater.brief.wording import counted, listed, plain, rest, shortened
from headwater.model import Refused, parse_period
from headwater.safeguard import SMALLEST_CELL

_MOST_READ = 5_000
_MOST_FRONT = 3
_MOST_ROWS = 25
_MOST_CITED = 3
_COUNTS = {"count": "value", "countLow": "low", "countHigh": "high", "persons": "value"}
_DATES = ("information_to", "information_from", "record_date")
_TOLD = ("id", "urn", "item", "entity", "property", "value", "start")

_NOTHING = Line("No words of the last seven days tell of danger to life, and no incident is told.")

Place = tuple[str, int]


class Threatened(NamedTuple):
    """One item whose words tell of danger: when, where, what threatens, how many."""

    day: str
    where: str
    threat: str
    many: str
    place: Place
    evidence: tuple[str, ...]

    @property
    def words(self) -> str:
        """What rescue asks first, and where more of it stands."""
        at = f", at {self.where}" if self.where else ""
        when = week(self.day) or "no date"
        return f"{self.threat}, {when}{at}: {self.many}; report {self.place[0]}, item {self.item}"

    @property
    def item(self) -> int:
        """The item's number."""
        return self.place[1]


def lives(view: View, occasion: Occasion) -> Topic:
    """Danger to life as words tell of it, whoever has accepted what, then incidents.

    Cost: linear in the words of the last days' items, of which at most 5,000 are read.
    """
    texts = _texts(view, occasion)
    found = _threatened(view, occasion, texts[:_MOST_READ])
    front = [*_front(found), *_not_read(len(texts))]
    told = incidents(view)
    if told is None:
        front += [] if found else [_NOTHING]
    return Topic(
        id="risk",
        title="Lives at risk",
        front=(*front, *(told.front if told else ())),
        tables=tuple([*_tables(found), *(told.tables if told else ())]),
    )


def _texts(view: View, occasion: Occasion) -> list[tuple[str, Fields]]:
    """The items of the last days, before the briefing or the newest report, newest first."""
    reports = view.rows("reports", keep=("urn", "format", *_DATES))
    days = {row["urn"]: _day(row) for row in reports}
    newest = min(max(days.values(), default=""), occasion.made[:10]) or occasion.made[:10]
    registers = {row["urn"] for row in reports if row["format"] == "table"}
    fresh = {urn for urn, day in days.items() if is_fresh(day, newest)}
    fresh -= {urn for urn in registers if not days[urn]}  # an undated register is no news
    items = view.rows("items", "urn", fresh, ("urn", "item", "text"))
    return sorted(
        ((days[row["urn"]], row) for row in items),
        key=lambda one: (one[0], one[1]["urn"], -one[1]["item"]),
        reverse=True,
    )


def _day(row: Fields) -> str:
    """The last day that a report tells of, or else was written on; empty where unknown."""
    for name in _DATES:
        try:
            return parse_period(row[name] or "").latest.isoformat()
        except Refused:
            continue
    return ""


def _threatened(
    view: View, occasion: Occasion, texts: Iterable[tuple[str, Fields]]
) -> list[Threatened]:
    read = ((day, row, occasion.dangers(row["text"] or "")) for day, row in texts)
    found = {(row["urn"], row["item"]): (day, dangers) for day, row, dangers in read if dangers}
    told: dict[Place, list[Fields]] = {}
    for row in view.rows("statements", "urn", {urn for urn, _ in found}, _TOLD):
        told.setdefault((row["urn"], row["item"]), []).append(row)
    names = {row["id"]: row["name"] for row in view.rows("places", keep=("id", "name"))}
    return [
        _one(view, day, place, dangers, told.get(place, ()), names)
        for place, (day, dangers) in found.items()
    ]


def _one(
    view: View,
    day: str,
    place: Place,
    dangers: Sequence[Danger],
    told: Sequence[Fields],
    names: dict[str, str],
) -> Threatened:
    threat = listed(list(dict.fromkeys(plain(one.kind) for one in dangers)))
    where = [names[end] for row in told for end in (row["entity"], row["value"]) if end in names]
    many, small = _many(view, told)
    near = min(told, key=lambda row: abs(row["start"] - dangers[0].span[0]), default=None)
    cited = [near] if near else []
    cited += [row for row in told if row["property"] in _COUNTS]
    return Threatened(
        day,
        listed(list(dict.fromkeys(where)), 3),
        f"Danger to life ({threat})",
        many,
        place,
        () if small else tuple(dict.fromkeys(row["id"] for row in cited))[:_MOST_CITED],
    )


def _many(view: View, told: Iterable[Fields]) -> tuple[str, bool]:
    """How many people or things an item counts, and whether a count is too small to be shown."""
    counts: dict[str, Fields] = {}
    for row in told:
        empty = {"value": None, "low": None, "high": None, "unit": ""}
        if row["property"] in _COUNTS:
            number = _number(row["value"])
            counts.setdefault(row["entity"], empty)[_COUNTS[row["property"]]] = number
    for row in told:
        if row["property"] == "unit" and row["entity"] in counts:
            counts[row["entity"]]["unit"] = shortened(view.mask.hide(row["value"]), 40)
    said = [f"{count_words(one)} {unit_words(one['unit']) or 'people'}" for one in counts.values()]
    least = (n for one in counts.values() for n in (one["value"], one["low"]) if n is not None)
    return (
        listed(list(dict.fromkeys(said)), 3) or "how many is not told",
        any(0 < n < SMALLEST_CELL for n in least),
    )


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


def _front(found: Sequence[Threatened]) -> list[Line]:
    if not found:
        return []
    items = counted(len(found), "item tells", "items tell")
    lead = f"{items} in words of danger to life; whether or not anybody has accepted it yet:"
    lines = [Line(f"{one.words}.", one.evidence, sub=True) for one in found[:_MOST_FRONT]]
    left = len(found) - _MOST_FRONT
    more = [Line(f"{left:,} more in the table.", sub=True)] if left > 0 else []
    return [Line(lead), *lines, *more]


def _not_read(count: int) -> list[Line]:
    left = count - _MOST_READ
    text = f"{counted(left, 'more item was', 'more items were')} not read for words of danger."
    return [Line(text)] if left > 0 else []


def _tables(found: Sequence[Threatened]) -> list[Table]:
    rows = [
        Row(
            (
                week(one.day) or "no date",
                one.where or "not stated",
                one.threat,
                one.many,
                f"{one.place[0]}, item {one.item}",
            ),
            one.evidence,
        )
        for one in found[:_MOST_ROWS]
    ]
    columns = ("when", "where", "what threatens", "how many", "report")
    title = "Words of danger to life, newest first"
    return [Table(title, columns, tuple(rows), rest(len(found), _MOST_ROWS))] if rows[1:] else []
