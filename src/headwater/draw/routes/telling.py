"""Findings about routes as maps: legs by mode and volume, flows with intervals, danger to life."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from headwater.draw.routes.drawing import draw_routes, in_words
from headwater.draw.routes.regions import Region, route_regions
from headwater.draw.routes.route import LINE_OF_MODE, Key, Sign, Stop, Stretch
from headwater.draw.sheet import stacked
from headwater.model import Finding
from headwater.picture import Picture

Row = Mapping[str, Any]

_WIDTH = 960.0
_MOST = 30
_MOST_MAPS = 4
_MOST_LISTED = 10
_WIDE_DEGREES = 12.0
_WIDEST = (8.0, 4.0, 1.2)
_ENOUGH, _LEAST_SEEN = 0.1, 2  # share of the fullest month, and sightings, of a month to compare


def map_told(finding: Finding, picture: Picture) -> str:  # noqa: ARG001 - all drawings take both
    """The legs of a route map: how, how much, and what changed in the last month."""
    rows = [row for row in finding.rows if row["kind"] == "leg"]
    months = _last_months(rows)
    most = max((row["times_seen"] for row in rows), default=1) or 1
    stretches = [
        Stretch(
            row["from"],
            row["to"],
            _plain(row["mode"]),
            fee=_times(row, months),
            tentative=not row["times_seen"],
            line=LINE_OF_MODE.get(row["mode"], "solid"),
            weight=row["times_seen"] / most,
        )
        for row in rows
    ]
    modes = dict.fromkeys(stretch.line for stretch in stretches)
    key = [Sign(_modes_of(line, rows), line) for line in modes]
    key.append(Sign(f"seen {most:,} times" if most > 1 else "seen once", "solid", _WIDEST[0]))
    key += [Sign("once", "solid", _WIDEST[2])] * (most > 1)
    if any(stretch.tentative for stretch in stretches):
        key.append(Sign("planned, attempted or alleged only", "solid", 4.0, hollow=True))
    notes = ["Numbers: how often it was seen; a leg that is not here may still be in use."]
    if len(months) == 2:
        notes.append(f"↑ more, ↓ fewer in {months[1]} than in {months[0]}.")
    return _drawn(rows, stretches, "Legs told, by mode and number of sightings", key, notes)


def flow_told(finding: Finding, picture: Picture) -> str:  # noqa: ARG001 - all drawings take both
    """The flows of the last period; dashed where nobody watched, with the interval."""
    last = max((row["month"] for row in finding.rows), default="")
    rows = [row for row in finding.rows if row["month"] == last]
    most = max((row["q50"] for row in rows), default=1.0) or 1.0
    stretches = [
        Stretch(
            row["from"],
            row["to"],
            _plain(row["mode"]),
            fee=_people(row),
            line="solid" if row["observed"] else "dashed",
            weight=row["q50"] / most,
        )
        for row in sorted(rows, key=lambda row: -row["q50"])
    ]
    key = [
        Sign("counted", "solid", _WIDEST[1]),
        Sign("nobody watched: estimated", "dashed", _WIDEST[1]),
        Sign(f"{most:,.0f} people", "solid", _WIDEST[0]),
    ]
    notes = ["In brackets the 90% interval; ? where it rests on what legs are usually like alone."]
    return _drawn(rows, stretches, f"People on each leg, {last or 'no date'}", key, notes)


def risk_told(finding: Finding, picture: Picture) -> str:  # noqa: ARG001 - all drawings take both
    """Deaths on each leg over the whole year; places and regions that lie on none are listed."""
    rows = [row for row in finding.rows if row["season"] == "whole year"]
    legs = [_with_ends(row) for row in rows if row["kind"] == "leg" and row["deaths"] != 0]
    most = max((row["deaths"] or 0 for row in legs), default=1) or 1
    stretches = [
        Stretch(
            row["from"],
            row["to"],
            fee=_deaths(row),
            line="solid" if row["per_1000"] is not None else "dashed",
            weight=(row["deaths"] or 0) / most,
        )
        for row in legs
    ]
    key = [
        Sign("crossings known", "solid", _WIDEST[1]),
        Sign("no exposure known: deaths only", "dashed", _WIDEST[1]),
        Sign(f"{most:,.0f} dead and missing", "solid", _WIDEST[0]),
    ]
    other = [f"{row['name']}: {_deaths(row)}" for row in rows if row["kind"] != "leg"]
    notes = [f"Not on a leg: {one}" for one in other[:_MOST_LISTED]]
    notes.append("No death known on a leg is not no danger: most deaths on land are not recorded.")
    return _drawn(legs, stretches, "Dead and missing, all years and seasons", key, notes)


def _with_ends(row: Row) -> dict[str, Any]:
    """A row of a leg with its ends as stops; what lies at one spot is one stop."""
    start, _, end = row["name"].partition(" > ")
    told = {**row, "from_name": start, "to_name": end}
    for side in ("from", "to"):
        told[side] = f"{told[f'{side}_name']} {row[f'{side}_lat']} {row[f'{side}_lon']}"
    return told


def _drawn(
    rows: Sequence[Row],
    stretches: Sequence[Stretch],
    title: str,
    key: Sequence[Sign],
    notes: Sequence[str],
) -> str:
    """One map, or one for each region where the legs lie far apart, one beneath the other.

    A leg from one region to another ends at the edge of both maps, with its number.
    """
    stops = _stops(rows)
    parts = _parts(stops, stretches)
    if not parts:
        one = Key(key, notes, title)
        return draw_routes(stops, stretches, title=title, most=_MOST, width=_WIDTH, key=one)
    shown = {id(leg) for part in parts for leg in part.stretches}
    name = {stop.id: stop for stop in stops}
    lost = [in_words(leg, name) for leg in stretches if id(leg) not in shown]
    left_out = [f"Not on these maps: {one}" for one in lost[:_MOST_LISTED]]
    if len(lost) > _MOST_LISTED:
        left_out.append(f"Not on these maps: {len(lost) - _MOST_LISTED} more legs.")
    maps = []
    for number, part in enumerate(parts, 1):
        said = f"{title}: region {number} of {len(parts)}"
        below = Key(key, [*left_out, *notes] if number == len(parts) else [], said)
        drawing = draw_routes(
            part.stops, part.stretches, title=said, most=_MOST, width=_WIDTH, key=below
        )
        maps.append(drawing)
    return stacked(maps, title)


def _parts(stops: Sequence[Stop], stretches: Sequence[Stretch]) -> list[Region]:
    """The regions to draw, each with the legs that leave it; none where one map shows more."""
    placed = {stop.id: stop for stop in stops if stop.latitude is not None}
    on_earth = [leg for leg in stretches if leg.start in placed and leg.end in placed]
    if not _is_wide([placed[end] for leg in on_earth for end in (leg.start, leg.end)]):
        return []
    regions = route_regions(stops, stretches)[:_MOST_MAPS]
    elsewhere = {stop.id for region in regions for stop in region.stops}
    parts = [_with_ends_of(region, on_earth, placed, elsewhere) for region in regions]
    shown = {id(leg) for part in parts for leg in part.stretches}
    return parts if 2 * len(shown) >= len(on_earth) else []


def _is_wide(stops: Sequence[Stop]) -> bool:
    """Whether one map of these would be too small to read."""
    for place in ([s.latitude or 0.0 for s in stops], [s.longitude or 0.0 for s in stops]):
        if place and max(place) - min(place) > _WIDE_DEGREES:
            return True
    return False


def _with_ends_of(
    region: Region,
    stretches: Sequence[Stretch],
    placed: Mapping[str, Stop],
    elsewhere: Collection[str],
) -> Region:
    """The region with the legs that begin or end in it, and their other ends.

    An end that stands on no other map widens this one, if that leaves it large enough to read;
    others lie outside it.
    """
    inside = {stop.id for stop in region.stops}
    legs = tuple(leg for leg in stretches if leg.start in inside or leg.end in inside)
    ends = dict.fromkeys(end for leg in legs for end in (leg.start, leg.end))
    held = list(region.stops)
    beyond: list[Stop] = []
    for end in ends:
        if end not in inside:
            lone = end not in elsewhere and not _is_wide([*held, placed[end]])
            (held if lone else beyond).append(placed[end])
    return Region((*held, *(stop._replace(outside=True) for stop in beyond)), legs)


def _stops(rows: Sequence[Row]) -> list[Stop]:
    stops: dict[str, Stop] = {}
    for row in rows:
        for side, name in (("from", "origin"), ("to", "destination")):
            called = row.get(f"{side}_name") or row.get(name) or row[side]
            where = row[f"{side}_lat"], row[f"{side}_lon"]
            if row[side]:
                stops.setdefault(row[side], Stop(row[side], str(called), *where))
    return list(stops.values())


def _plain(mode: str) -> str:
    return mode.replace("_", " ")


def _modes_of(line: str, rows: Sequence[Row]) -> str:
    modes = {row["mode"] for row in rows if LINE_OF_MODE.get(row["mode"], "solid") == line}
    return ", ".join(sorted(_plain(mode) or "mode not told" for mode in modes))


def _last_months(rows: Sequence[Row]) -> list[str]:
    """The last month with a tenth of the sightings of the fullest, and the one before it.

    A lone later sighting may be a mistyped year, and is no change of all legs.
    """
    seen: dict[str, int] = {}
    for row in rows:
        for one in row["months"]:
            seen[one["month"]] = seen.get(one["month"], 0) + one["times_seen"]
    most = max(seen.values(), default=0)
    full = [month for month, times in seen.items() if times >= max(_LEAST_SEEN, _ENOUGH * most)]
    last = max(full or seen, default="")
    return sorted(month for month in seen if month <= last)[-2:]


def _times(row: Row, months: Sequence[str]) -> str:
    seen = {one["month"]: one["times_seen"] for one in row["months"]}
    if len(months) < 2 or not row["times_seen"]:
        return f"{row['times_seen']:,}"
    change = seen.get(months[1], 0) - seen.get(months[0], 0)
    sign = "↑ +" if change > 0 else "↓ −"
    return f"{row['times_seen']:,} {sign}{abs(change)}" if change else f"{row['times_seen']:,}"


def _people(row: Row) -> str:
    if row["observed"]:
        return f"{row['q50']:,.0f}"
    doubt = "?" if row["basis"] == "prior" else ""
    return f"{row['q50']:,.0f}{doubt} ({row['q05']:,.0f}–{row['q95']:,.0f})"


def _deaths(row: Row) -> str:
    dead = "under 5 dead" if row["deaths"] is None else f"{row['deaths']:,.0f} dead"
    if row["per_1000"] is None:
        return dead
    interval = f"{row['per_1000_low']:.2g}–{row['per_1000_high']:.2g}"
    return f"{dead}; {row['per_1000']:.2g} in 1,000 ({interval})"
