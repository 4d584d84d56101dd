"""Journeys: legs that follow each other, found often enough to be a way of working.

Two sightings follow each other where the second begins at the place at which the first ends, and
one report tells both, or one network runs both. Where both are dated, the second comes no earlier
than the first and at most so many days later. Those nearest in time are joined first, and no
sighting is joined to two of one leg. A journey's support is the number of independent groups
behind the weakest of its legs, among the sightings that were joined.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.routes.route_map.places import meeting
from headwater.analysis.routes.route_map.sightings import Sightings

Chain = tuple[int, ...]
"""Numbers of sightings, or of legs, in the order of the journey."""


class Journey(NamedTuple):
    """Legs that follow each other.

    Attributes:
        legs: Their numbers, in order.
        support: Independent groups behind the weakest leg.
        sightings: Each time that it was put together, as rows of the sightings.
    """

    legs: Chain
    support: int
    sightings: tuple[Chain, ...]


def journeys(found: Sightings, parameters: Mapping[str, Any]) -> list[Journey]:
    """The journeys of at least two legs with enough support, those with most support first.

    One that is part of a longer one with as much support is left out. Cost: sightings, times the
    legs that follow each of them.
    """
    seen = _seen(found.told)
    if not (parameters["support"] and seen.num_rows):
        return []
    follows = _follows(seen, found, parameters["days"])
    leg, group = seen["leg"].to_pylist(), seen["group"].to_pylist()
    nearest = _nearest(follows, leg)
    ends = [found.legs[one][:2] for one in leg]
    told: list[Journey] = []
    chains: list[Chain] = [(one,) for one in range(seen.num_rows)]
    for _ in range(parameters["longest"] - 1):
        longer = [
            (*chain, after)
            for chain in chains
            for after in nearest.get(chain[-1], ())
            if _goes_on(chain, after, ends)
        ]
        frequent = _frequent(longer, leg, group, parameters["support"])
        chains = [chain for journey in frequent for chain in journey.sightings]
        told += frequent
    rows = seen["row"].to_pylist()
    whole = [j._replace(sightings=_rows(j.sightings, rows)) for j in _longest(told)]
    return sorted(whole, key=lambda j: (-j.support, -len(j.legs), j.legs))


def _seen(told: pa.Table) -> pa.Table:
    """The sightings of whole legs that were done, numbered."""
    whole = pc.and_(pc.not_equal(told["from"], ""), pc.not_equal(told["to"], ""))
    seen = told.filter(pc.and_(whole, pc.equal(told["modality"], "done")))
    seen = seen.select(["row", "leg", "from", "to", "report", "group", "network", "day"])
    return seen.append_column("n", pa.array(range(seen.num_rows), pa.int64()))


def _follows(seen: pa.Table, found: Sightings, days: int) -> pa.Table:
    """Pairs of sightings that follow each other: first, second, days between, same report."""
    used = pc.unique(pa.concat_arrays([*seen["from"].chunks, *seen["to"].chunks]))
    met = meeting(found.spots[one] for one in used.to_pylist())
    pairs = [(one, other) for one, others in met.items() for other in others]
    at = pa.table({"to": [p[0] for p in pairs], "place": [p[1] for p in pairs]})
    ended = seen.join(at.cast(pa.schema([("to", pa.string()), ("place", pa.string())])), "to")
    run = seen.filter(pc.not_equal(seen["network"], ""))
    ran = ended.filter(pc.not_equal(ended["network"], ""))
    by_report = _joined(ended, seen, "report", days)
    return pa.concat_tables([by_report, _joined(ran, run, "network", days)])


def _joined(ended: pa.Table, seen: pa.Table, by: str, days: int) -> pa.Table:
    """Ends met by beginnings of the same report or network, within so many days.

    Dated sightings meet in spans of days, each end in its own and the next, so that pairs far
    apart are never made; those without a date meet in the span that has no number.
    """
    names = list(dict.fromkeys(["n", by, "place", "day", "report"]))
    span = days + 1
    begun = seen.rename_columns([{"from": "place"}.get(n, n) for n in seen.column_names])
    begun, ended = begun.select(names), ended.select(names)
    parts = []
    for later in (0, 1):
        parts.append(_meet(_in_span(ended, span, later), _in_span(begun, span, 0), by))
    for one, other in ((_undated(ended), begun), (_dated(ended), _undated(begun))):
        parts.append(_meet(_in_span(one, 0, 0), _in_span(other, 0, 0), by))
    pairs = pa.concat_tables(parts)
    apart = pc.subtract(pairs["day_2"], pairs["day"])
    between = pc.and_(pc.greater_equal(apart, 0), pc.less_equal(apart, days))
    kept = pc.and_(pc.fill_null(between, True), pc.not_equal(pairs["n"], pairs["n_2"]))
    same = pc.equal(pairs["report"], pairs["report_2"])
    table = {"one": pairs["n"], "next": pairs["n_2"], "same": same}
    return pa.table(table | {"apart": pc.fill_null(apart, days)}).filter(kept)


def _undated(table: pa.Table) -> pa.Table:
    return table.filter(pc.is_null(table["day"]))


def _dated(table: pa.Table) -> pa.Table:
    return table.filter(pc.is_valid(table["day"]))


def _in_span(table: pa.Table, span: int, later: int) -> pa.Table:
    """The table with the number of the span of days; all in one where the span is 0."""
    if not span:
        return table.append_column("span", pa.array([0] * table.num_rows, pa.int64()))
    table = _dated(table)
    return table.append_column("span", pc.add(pc.divide(table["day"], span), later))


def _meet(ended: pa.Table, begun: pa.Table, by: str) -> pa.Table:
    met = ended.join(begun, [by, "place", "span"], join_type="inner", right_suffix="_2")
    if by == "report":
        met = met.append_column("report_2", met["report"])
    return met.select(["n", "n_2", "day", "day_2", "report", "report_2"])


def _nearest(follows: pa.Table, leg: Sequence[int]) -> dict[int, list[int]]:
    """For each sighting at most one of every leg that follows it, those nearest in time first.

    No sighting follows two of one leg, so that each time counts once.
    """
    order = [("apart", "ascending"), ("same", "descending"), ("one", "ascending")]
    ranked = follows.sort_by([*order, ("next", "ascending")])
    nearest: dict[int, list[int]] = defaultdict(list)
    taken: set[tuple[str, int, int]] = set()
    for one, then in zip(ranked["one"].to_pylist(), ranked["next"].to_pylist(), strict=True):
        ends = {("after", one, leg[then]), ("before", then, leg[one])}
        if not ends & taken:
            taken |= ends
            nearest[one].append(then)
    return nearest


def _goes_on(chain: Chain, after: int, ends: Sequence[tuple[str, str]]) -> bool:
    """Whether the next leg leads on, and not back to where the journey has been."""
    been = {place for one in chain for place in ends[one]}
    return ends[after][1] not in been


def weakest(chains: Iterable[Chain], group: Sequence[str]) -> int:
    """Independent groups behind the weakest leg of these chains."""
    return min(len({group[one] for one in at}) for at in zip(*chains, strict=True))


def _frequent(
    chains: Iterable[Chain], leg: Sequence[int], group: Sequence[str], support: int
) -> list[Journey]:
    together: dict[Chain, list[Chain]] = defaultdict(list)
    for chain in chains:
        together[tuple(leg[one] for one in chain)].append(chain)
    found = []
    for legs, told in together.items():
        behind = weakest(told, group)
        if behind >= support:
            found.append(Journey(legs, behind, tuple(told)))
    return found


def _longest(told: Sequence[Journey]) -> list[Journey]:
    """Without those that are part of a longer journey with as much support."""
    covered: Counter[Chain] = Counter()
    for journey in told:
        for part in (journey.legs[1:], journey.legs[:-1]):
            covered[part] = max(covered[part], journey.support)
    return [journey for journey in told if covered[journey.legs] < journey.support]


def _rows(chains: Iterable[Chain], rows: Sequence[int]) -> tuple[Chain, ...]:
    return tuple(tuple(rows[one] for one in chain) for chain in chains)
