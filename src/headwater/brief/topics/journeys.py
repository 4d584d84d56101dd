"""Where and how: places, and the legs between them, with their modes and fees."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from headwater.brief.briefing import Figure, Line, Row, Table, Topic
from headwater.brief.shelf import Fields
from headwater.brief.view import View
from headwater.brief.wording import (
    amount,
    basis_words,
    counted,
    listed,
    modality_tags,
    period,
    plain,
    rest,
)
from headwater.draw import Stop, Stretch, draw_routes, route_regions
from headwater.model import Finding
from headwater.safeguard import never_equipment

_MOST_ROWS = 25
_MOST_NAMES = 8
_FIRST = 3
_JOURNEYS = 2
_MOST_ON_ONE_MAP = 14
_MOST_MAPS = 3
_AREAS = ("country", "region", "sea", "river")


class Route(NamedTuple):
    """Every report of one leg in one mode, together."""

    start: str
    end: str
    start_name: str
    end_name: str
    mode: str
    rows: tuple[Fields, ...]

    @property
    def words(self) -> str:
        """From, to and mode in words."""
        means = f"by {plain(self.mode)}" if self.mode else "(means not stated)"
        return f"{self.start_name} to {self.end_name} {means}"

    @property
    def groups(self) -> int:
        """Independent groups of reports behind it."""
        return len({row["group"] for row in self.rows})

    @property
    def modalities(self) -> frozenset[str]:
        """How it is put, over all reports."""
        return frozenset(row["modality"] for row in self.rows)

    @property
    def dates(self) -> str:
        """From the first to the last date given."""
        first = [row["date"] for row in self.rows if row["date"]]
        last = [row["date_to"] or row["date"] for row in self.rows if row["date"]]
        return period(min(first), max(last)) if first else "no date"

    @property
    def fees(self) -> str:
        """The fees given for it, each with its basis, most frequent first; no sums, no averages."""
        said = [fee_of(row) for row in self.rows if row["fee_min"] or row["fee_max"]]
        return "; ".join(sorted(set(said), key=lambda fee: (-said.count(fee), fee))[:3])


def fee_of(row: Fields) -> str:
    """The fee of one leg as it was said."""
    money = amount(row["fee_min"], row["fee_max"], row["currency"], "")
    return f"{money} {basis_words(row['fee_basis'])}"


def routes_of(view: View) -> list[Route]:
    """All legs put together by ends and mode; most independent groups first."""
    grouped: dict[tuple[str, str, str], list[Fields]] = {}
    for row in view.rows("legs"):
        grouped.setdefault((row["from"], row["to"], row["mode"]), []).append(row)
    routes = [
        Route(
            start,
            end,
            _end_name(rows, "from", start),
            _end_name(rows, "to", end),
            mode,
            tuple(rows),
        )
        for (start, end, mode), rows in grouped.items()
    ]
    return sorted(routes, key=lambda r: (-r.groups, -len(r.rows), r.words))


def _end_name(rows: list[Fields], side: str, given: str) -> str:
    return rows[0][f"{side}_name"] or given or "a place not stated"


def where(view: View) -> Topic:
    """The places, what kind each is, and a drawing of them with the legs."""
    places = sorted(view.rows("places"), key=lambda r: (-r["statements"], r["name"], r["id"]))
    front = [
        *_places_line("Areas", [p for p in places if p["kind"] in _AREAS], view),
        *_places_line("Places", [p for p in places if p["kind"] not in _AREAS], view),
    ]
    return Topic(
        id="where",
        title="Where",
        front=tuple(front) or (Line("No place is named."),),
        tables=_places_table(places, view) if len(places) > _MOST_NAMES else (),
        figures=_figures(view, places),
    )


def _places_line(title: str, places: list[Fields], view: View) -> list[Line]:
    if not places:
        return []
    kinds = ("", "town", "region", "country")
    names = [
        p["name"] if p["kind"] in kinds else f"{p['name']} ({plain(p['kind'])})" for p in places
    ]
    evidence = tuple(i for p in places[:_MOST_NAMES] for i in view.evidence([p["id"]])[:1])
    return [Line(f"{title}: {listed(names, _MOST_NAMES)}.", evidence)]


def _places_table(places: list[Fields], view: View) -> tuple[Table, ...]:
    rows = [
        Row(
            (p["name"], plain(p["kind"]), p["country"], f"{p['statements']:,}"),
            view.evidence([p["id"]])[:1],
        )
        for p in places[:_MOST_ROWS]
    ]
    columns = ("place", "kind", "country", "statements")
    return (Table("Places", columns, tuple(rows), rest(len(places), _MOST_ROWS)),)


def how(view: View, findings: Sequence[Finding] = ()) -> Topic:
    """The legs: from, to, mode, when, on how many independent groups each rests; journeys of them.

    Args:
        view: What may be said.
        findings: Those of `routes.map` tell the journeys.
    """
    routes = routes_of(view)
    front = [_route_line(view, route) for route in routes[:_FIRST]]
    if len(routes) > _FIRST:
        left = counted(len(routes) - _FIRST, "more leg stands", "more legs stand")
        front.append(Line(f"{left} in the table."))
    front += _journeys(view, findings)
    front += _goods(view)
    return Topic(
        id="how",
        title="How",
        front=tuple(front)
        or (Line("No leg is stated: no report here says from where to where, by what means."),),
        tables=_legs_table(view, routes) if len(routes) > 1 else (),
    )


def _route_line(view: View, route: Route) -> Line:
    reports = counted(len({r["report"] for r in route.rows}), "report")
    groups = counted(route.groups, "independent group")
    tags = modality_tags(route.modalities - {"done"}) if "done" not in route.modalities else ()
    fee = f"; fee as said: {route.fees}" if route.fees else ""
    return Line(
        f"{route.words}: {reports} in {groups}, {route.dates}{fee}.",
        view.behind(route.rows),
        (*tags, *view.status_tag(r["status"] for r in route.rows)),
    )


def _journeys(view: View, findings: Sequence[Finding]) -> list[Line]:
    """Legs found one after the other often enough, those with most support first."""
    lines = []
    for finding in findings:
        legs = {row["id"]: row for row in finding.rows} if finding.method == "routes.map" else {}
        told = [row for row in legs.values() if row["kind"] == "journey"]
        for row in told[:_JOURNEYS]:
            parts = [legs[one] for one in row["legs"] if one in legs]
            steps = [_step(view, part) for part in parts]
            groups = counted(row["groups"], "independent group")
            text = f"Travelled one after the other: {view.mask.hide(row['from_name'])} "
            text += f"{', then '.join(steps)}: {groups} behind the weakest leg."
            cited = tuple(one for example in row["examples"][:1] for one in example)
            lines.append(Line(text, cited, ("assessment",)))
    return lines


def _step(view: View, leg: Mapping[str, Any]) -> str:
    means = f"by {plain(leg['mode'])}" if leg["mode"] else "(means not stated)"
    return f"{means} to {view.mask.hide(leg['to_name'])}"


def _goods(view: View) -> list[Line]:
    """Equipment sold or taken, as reported."""
    lines = []
    for kind, title in (("supply", "Equipment supplied"), ("seizure", "Seized")):
        told = view.rows("money", "kind", [kind])
        rows = [row for row in told if not never_equipment(plain(row["text"]))]
        if rows:
            said = _articles(row["text"] for row in rows)
            words = f": {listed(said, 6)}" if said else ""
            tags = modality_tags({r["modality"] for r in rows} - {"done"})
            text = f"{title}, {counted(len(rows), 'report', 'reports')}{words}."
            lines.append(Line(text, view.behind(rows), tags))
    return lines


def _articles(texts: Iterable[str]) -> list[str]:
    """What was named, most often first: `12 engines`, or `boats (14 reports)`.

    Amounts of several reports are not added up: two reports may tell of one seizure.
    """
    told: dict[str, list[str]] = {}
    for text in filter(None, texts):
        number, _, article = text.partition(" ") if text[0].isdigit() else ("", "", text)
        name = plain(article).removesuffix("s")
        told.setdefault(name, []).append(f"{number} {plain(article)}".strip())
    order = sorted(told.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [
        words[0] if len(words) == 1 else f"{name}s ({counted(len(words), 'report')})"
        for name, words in order
    ]


def _legs_table(view: View, routes: list[Route]) -> tuple[Table, ...]:
    rows = [
        Row(
            (
                f"{route.start_name} to {route.end_name}",
                plain(route.mode) or "not stated",
                route.dates,
                route.fees or "not stated",
                f"{len({r['report'] for r in route.rows}):,} / {route.groups:,}",
                ", ".join(
                    [
                        *modality_tags(route.modalities),
                        *view.status_tag(r["status"] for r in route.rows),
                    ]
                ),
            ),
            view.behind(route.rows),
        )
        for route in routes[:_MOST_ROWS]
    ]
    columns = ("leg", "mode", "when", "fee", "reports / groups", "how sure")
    return (Table("Legs", columns, tuple(rows), rest(len(routes), _MOST_ROWS)),)


def _figures(view: View, places: list[Fields]) -> tuple[Figure, ...]:
    """One map of everything, or, where that would be crowded, one for each busy region."""
    routes = routes_of(view)
    ends = {r.start: r.start_name for r in routes} | {r.end: r.end_name for r in routes}
    shown = [p for p in places if p["id"] in ends] if routes else places[:_MOST_ROWS]
    if not any(p["lat"] is not None for p in shown):
        return ()
    stops = [Stop(p["id"], p["name"], p["lat"], p["lon"], p["kind"]) for p in shown]
    known = {stop.id for stop in stops}
    stops += [Stop(end, name) for end, name in ends.items() if end not in known]
    stretches = _stretches(routes)
    if len(stretches) <= _MOST_ON_ONE_MAP:
        title = "Places named and legs reported" if routes else "Places named; no leg is reported"
        return (_map(title, stops, stretches),)
    regions = route_regions(stops, stretches)[:_MOST_MAPS]
    return tuple(
        _map(f"Legs reported, region {n} of {len(regions)}", region.stops, region.stretches)
        for n, region in enumerate(regions, 1)
    )


def _map(title: str, stops: Sequence[Stop], stretches: Sequence[Stretch]) -> Figure:
    svg = draw_routes(stops, stretches, title=title, most=_MOST_ON_ONE_MAP)
    return Figure(f"{title}.", svg)


def _stretches(routes: list[Route]) -> list[Stretch]:
    """One arrow for two places, with every mode reported and the fee said most."""
    alike: dict[tuple[str, str], list[Route]] = {}
    for route in routes:
        alike.setdefault((route.start, route.end), []).append(route)
    found = []
    for (start, end), several in alike.items():
        modes = ", ".join(dict.fromkeys(plain(r.mode) for r in several if r.mode))
        fee = next((r.fees.split("; ")[0] for r in several if r.fees), "")
        groups = len({row["group"] for route in several for row in route.rows})
        found.append(Stretch(start, end, modes, groups, fee, all(map(_tentative, several))))
    return sorted(found, key=lambda stretch: -stretch.groups)


def _tentative(route: Route) -> bool:
    return "done" not in route.modalities or all(r["status"] != "accepted" for r in route.rows)
