"""What conflicts and what is missing: said as plainly as what is known."""

from collections.abc import Callable, Iterable
from itertools import combinations

from headwater.brief.briefing import Line, Row, Table, Topic
from headwater.brief.shelf import Fields
from headwater.brief.topics.journeys import fee_of, routes_of
from headwater.brief.topics.people import is_a, of_kind
from headwater.brief.topics.sums import (
    count_evidence,
    count_words,
    fee_words,
    in_series,
    week,
    where_counted,
)
from headwater.brief.view import View
from headwater.brief.wording import counted, listed, plain, rest, shortened
from headwater.model import schema

_FIRST = 2
_MOST_ROWS = 25


def conflicts(view: View) -> Topic:
    """Where reports contradict each other, with both sources; nothing is averaged away."""
    rows = [*_fees(view), *_counts(view), *_denials(view), *_dates(view)]
    front = [
        Line(f"{row.cells[0]}: {row.cells[1]}, or {row.cells[2]}.", row.evidence) for row in rows
    ]
    shown = front[:_FIRST]
    if len(front) > _FIRST:
        left = counted(len(front) - _FIRST, "more conflict stands", "more conflicts stand")
        shown.append(Line(f"{left} in the table."))
    columns = ("about", "one report says", "another says")
    table = Table("Conflicts", columns, tuple(rows[:_MOST_ROWS]), rest(len(rows), _MOST_ROWS))
    return Topic(
        id="conflicts",
        title="What conflicts",
        front=tuple(shown) or (Line("No two reports were found to contradict each other."),),
        tables=(table,) if len(rows) > _FIRST else (),
    )


def _fees(view: View) -> list[Row]:
    """Fees for the same leg, mode, basis and currency whose ranges do not touch."""
    found = []
    for route in routes_of(view):
        priced = [r for r in route.rows if r["fee_min"] is not None or r["fee_max"] is not None]
        for first, second in _clashes(priced, ("currency", "fee_basis"), ("fee_min", "fee_max")):
            ids = (first["statement"], second["statement"])
            found.append(Row((f"Fee, {route.words}", fee_of(first), fee_of(second)), ids))
    on_legs = {(route.start, route.end) for route in routes_of(view) if route.fees}
    fees = [r for r in view.rows("money", "kind", ["fee"]) if r["from"] and r["to"]]
    fees = [r for r in fees if (r["from"], r["to"]) not in on_legs]
    for first, second in _clashes(fees, ("from", "to", "currency", "basis"), ("low", "high")):
        ids = (first["statement"], second["statement"])
        found.append(Row(("Fee", fee_words(view, first), fee_words(view, second)), ids))
    return found


def _clashes(
    rows: Iterable[Fields], same: tuple[str, ...], ends: tuple[str, str]
) -> list[tuple[Fields, Fields]]:
    """One pair for each thing on which two reports give ranges that do not touch."""
    low, high = ends
    grouped: dict[tuple[object, ...], list[Fields]] = {}
    for row in rows:
        if row[low] is not None or row[high] is not None:
            grouped.setdefault(tuple(row[c] for c in same), []).append(row)
    found = []
    for alike in grouped.values():
        least = min(alike, key=lambda r: _number(r, high, low))
        most = max(alike, key=lambda r: _number(r, low, high))
        if least["report"] != most["report"] and _number(least, high, low) < _number(
            most, low, high
        ):
            found.append((least, most))
    return found


def _number(row: Fields, wanted: str, other: str) -> float:
    return float(row[wanted] if row[wanted] is not None else row[other])


def _counts(view: View) -> list[Row]:
    """Different values of the same series for one period, place and mode, in different reports."""
    grouped: dict[tuple[str, ...], list[Fields]] = {}
    for row in view.rows("series"):
        if in_series(row) and row["date"] and row["value"] is not None:
            key = (row["series"], row["date"], row["modality"], row["place"], row["mode"])
            grouped.setdefault(key, []).append(row)
    found = []
    for (series, date, modality, *_), rows in grouped.items():
        where = where_counted(view, rows[0])
        first, last = min(rows, key=_value), max(rows, key=_value)
        if first["value"] != last["value"] and first["report"] != last["report"]:
            put = "" if modality == "done" else f" ({modality})"
            cells = (f"{series}{where}, {week(date)}{put}", count_words(first), count_words(last))
            found.append(Row(cells, count_evidence([first, last])))
    return found


def _value(row: Fields) -> float:
    return float(row["value"])


def _denials(view: View) -> list[Row]:
    """The same said as done in one statement and denied in another."""
    found = []
    for denied in view.rows("statements", "modality", ["denied"]):
        for row in view.about([denied["entity"]]):
            alike = (row["property"], row["value"]) == (denied["property"], denied["value"])
            if alike and row["modality"] == "done" and row["urn"] != denied["urn"]:
                told = [shortened(view.mask.hide(r["text"]), 120) for r in (row, denied)]
                cells = (_about(view, row), f"“{told[0]}”", f"denied: “{told[1]}”")
                found.append(Row(cells, (row["id"], denied["id"])))
                break
    return found


def _about(view: View, row: Fields) -> str:
    """What a statement is about: its entity by name, or a link by its kind and both ends."""
    if view.entity(row["entity"]) is not None and view.name(row["entity"]) != row["entity"]:
        return f"{view.name(row['entity'])}, {plain(row['property'])}"
    told = view.about([row["entity"]])
    ends = [view.name(r["value"]) for r in told if view.entity(r["value"]) is not None]
    label = schema(row["schema"]).label
    return f"{label}: {listed(list(dict.fromkeys(ends)))}" if ends else label


def _dates(view: View) -> list[Row]:
    """Two birth dates of one person who may be named."""
    grouped: dict[str, list[Fields]] = {}
    for row in view.rows("statements", "property", ["birthDate"]):
        if view.may_name(row["entity"]):
            grouped.setdefault(row["entity"], []).append(row)
    found = []
    for entity, rows in grouped.items():
        for first, second in combinations(rows, 2):
            if not _agree(first["value"], second["value"]):
                cells = (f"Birth date, {view.name(entity)}", first["value"], second["value"])
                found.append(Row(cells, (first["id"], second["id"])))
                break
    return found


def _agree(first: str, second: str) -> bool:
    """A year agrees with a day in that year."""
    return first.startswith(second) or second.startswith(first)


def missing(view: View) -> Topic:
    """Every known gap that would change the answer, with how many."""
    lines = [line for line in (check(view) for check in _CHECKS) if line is not None]
    return Topic(
        id="missing",
        title="What is missing",
        front=tuple(lines) or (Line("Nothing was found missing among the things looked for."),),
    )


def _no_fee_basis(view: View) -> Line | None:
    rows = [r for r in view.rows("money", "kind", ["fee", "price_advert"]) if not r["basis"]]
    rows += [r | {"basis": ""} for r in view.rows("legs", "fee_basis", [""]) if r["fee_min"]]
    text = "stated without a basis (per person, per boat...): it cannot be compared"
    return _gap(len(rows), "fee", text, [r["statement"] for r in rows])


def _no_fee_amount(view: View) -> Line | None:
    rows = [
        r
        for r in view.rows("money", "kind", ["fee", "price_advert"])
        if r["low"] is None and r["high"] is None
    ]
    return _gap(
        len(rows), "fee", "stated in words only, without a figure", [r["statement"] for r in rows]
    )


def _no_category(view: View) -> Line | None:
    people = [row for row in view.unnamed if is_a(row, "Person")]
    waiting = [row for row in people if row["category"] in ("", "undecided")]
    text = (
        "without a category, not ranked or named until an analyst, an officer or a supervisor "
        "decides it in the review"
    )
    return _gap(len(waiting), "person", text, many="people")


def _no_coordinates(view: View) -> Line | None:
    rows = [r for r in view.rows("places") if r["lat"] is None or r["lon"] is None]
    return _gap(len(rows), "place", "without coordinates, not on the map")


def _no_origin(view: View) -> Line | None:
    rows = view.rows("reports", "origin_known", [False])
    text = "from sources whose own origin nobody has established; they count as one group"
    return _gap(len(rows), "report", text)


def _no_date(view: View) -> Line | None:
    rows = view.rows("reports", "information_from", ["", None])
    return _gap(len(rows), "report", "without a date of the information")


def _no_role(view: View) -> Line | None:
    networks = of_kind(view, "Network")
    alone = [r for r in networks if not view.pointing_at(r["id"], "NetworkRole", "network")]
    return _gap(len(alone), "group", "with no known member or role")


def _role_nowhere(view: View) -> Line | None:
    roles: dict[str, list[Fields]] = {}
    for row in view.rows("statements", "schema", ["NetworkRole"], ("id", "entity", "property")):
        roles.setdefault(row["entity"], []).append(row)
    alone = [rows for rows in roles.values() if not any(r["property"] == "network" for r in rows)]
    return _gap(len(alone), "role", "in no named group", [rows[0]["id"] for rows in alone])


def _odd_date(view: View) -> Line | None:
    rows = [
        row
        for table in ("legs", "series", "money", "links")
        for row in view.rows(table, keep=("date", "statement"))
        if row["date"] and not row["date"][:1].isdecimal()
    ]
    text = "said in words that give no day (“this year”), left as said"
    return _gap(len(rows), "date", text, [row["statement"] for row in rows])


def _nobody_ranked(view: View) -> Line | None:
    return (
        None
        if view.rows("entities", "rankable", [True])
        else Line("No suspect or convicted person: who organises is not known.")
    )


def _no_leg(view: View) -> Line | None:
    if not view.size("legs"):
        return Line("No leg with both ends: routes, crossing points and modes are not known.")
    rows = [r for r in view.rows("legs") if not r["mode"]]
    return _gap(len(rows), "leg", "without a mode", [r["statement"] for r in rows])


def _gap(
    count: int, one: str, text: str, evidence: Iterable[str] = (), *, many: str = ""
) -> Line | None:
    if not count:
        return None
    return Line(f"{counted(count, one, many)} {text}.", tuple(filter(None, evidence))[:3])


_CHECKS: tuple[Callable[[View], Line | None], ...] = (
    _nobody_ranked,
    _no_leg,
    _no_category,
    _no_fee_amount,
    _no_fee_basis,
    _no_role,
    _role_nowhere,
    _no_coordinates,
    _no_origin,
    _no_date,
    _odd_date,
)
