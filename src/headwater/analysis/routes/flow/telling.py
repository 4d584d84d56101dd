"""Flows as rows, with what they rest on and what must be known before they are used."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from headwater.analysis.routes.flow.counts import Counted
from headwater.analysis.routes.flow.estimating import Flows

Row = dict[str, Any]

_NARROWER = 0.9  # an interval that is not narrower than this part of another says no more
_MOST_NAMED = 10
_MOST_BEHIND = 100


def flow_rows(flows: Flows) -> list[Row]:
    """One row for each leg and period."""
    low, middle, high = np.quantile(flows.people, [0.05, 0.5, 0.95], axis=0)
    mean = flows.people.mean(axis=0)
    rows = []
    for leg in range(len(flows.known.legs)):
        for period in range(len(flows.known.periods)):
            ends = {"q05": low, "q50": middle, "q95": high}
            told = {name: round(float(one[period, leg]), 1) for name, one in ends.items()}
            told["flow_mean"] = round(float(mean[period, leg]), 1)
            rows.append(_row(flows, leg, period, told))
    return rows


def _row(flows: Flows, leg: int, period: int, told: Mapping[str, float]) -> Row:
    known = flows.known
    start, end, mode = known.legs[leg]
    name, month = known.legs[leg].name, known.periods[period]
    own = flows.own.get(leg)
    seen = None if own is None or np.isnan(own.values[period]) else float(own.values[period])
    return {
        "leg": name,
        "origin": start.name,
        "destination": end.name,
        "month": month,
        "seen": seen,
        "flow_mean": told["flow_mean"],
        "q05": told["q05"],
        "q50": told["q50"],
        "q95": told["q95"],
        "observed": seen is not None,
        "basis": _basis(flows, leg, period, counted=seen is not None),
        "conflict": own.conflicts.get(period, []) if own else [],
        "mode": mode,
        "from": start.id,
        "to": end.id,
        "from_lat": start.latitude,
        "from_lon": start.longitude,
        "to_lat": end.latitude,
        "to_lon": end.longitude,
        "id": f"{name}|{month}",
    }


def _basis(flows: Flows, leg: int, period: int, *, counted: bool) -> str:
    """What an interval rests on most."""
    if counted:
        return "counted"
    if flows.width[period, leg] < _NARROWER * flows.prior_width[period, leg]:
        return "neighbours"
    past = flows.prior_width[period, leg] < _NARROWER * flows.general_width
    return "own past" if past else "prior"


def evidence(flows: Flows, rows: Sequence[Row]) -> dict[str, tuple[str, ...]]:
    """The statements behind each row.

    Of a leg that was counted in the period those of the count; of another those that tell of the
    leg, and of the counts of legs that meet it in the period.
    """
    known = flows.known
    meets: list[set[int]] = [{at} for at in range(len(known.legs))]
    for joint in flows.joints:
        for leg in {*joint.into, *joint.out}:
            meets[leg] |= {*joint.into, *joint.out}
    found = {}
    for at, row in enumerate(rows):
        leg, period = divmod(at, len(known.periods))
        behind = set(flows.own[leg].statements.get(period, ())) if row["observed"] else set()
        if not behind:
            behind = set(known.told[leg][:_MOST_BEHIND])
            behind |= _counted(known, meets[leg], period)
        found[row["id"]] = tuple(sorted(behind))
    return found


def _counted(known: Counted, legs: set[int], period: int) -> set[str]:
    counts = (count for count in known.counts if legs & set(count.legs))
    return {one for count in counts for one in count.statements.get(period, ())}


def caveats(flows: Flows, rows: Sequence[Row], parameters: Mapping[str, Any]) -> Iterator[str]:
    """What a reader must know, in full sentences."""
    known = flows.known
    if {count.share.middle for count in known.counts} == {1.0}:
        yield (
            "No share is declared: a flow is what would be counted on a leg if it were watched as "
            "those are that are counted."
        )
    unseen = [row for row in rows if not row["observed"]]
    prior = sorted({row["leg"] for row in unseen if row["basis"] == "prior"})
    if prior:
        yield (
            f"{len(prior)} legs rest in some period on what legs are usually like and on nothing "
            f"else: {_few(prior)}."
        )
    if unseen:
        yield (
            "A leg without a count in a period is not taken for empty; journeys count, not persons."
        )
    torn = [row["id"] for row in rows if row["conflict"]]
    if torn:
        yield (
            f"{len(torn)} counts differ between sources; they are not added, and the count is "
            f"taken for as unsure as they differ: {_few(torn)}."
        )
    if flows.draws.accepted < 0.5:
        yield "Few moves of the sampler were accepted: give more draws before relying on this."
    if not flows.joints:
        yield "No leg begins where another ends, so that nothing is learned from neighbours."
    if not parameters["open"] and flows.joints:
        yield (
            "People who join or leave between legs are part of the imbalance that is learned; "
            "places where many do can be named with `open`."
        )
    yield from known.caveats


def _few(names: Sequence[str]) -> str:
    rest = len(names) - _MOST_NAMED
    return ", ".join([*names[:_MOST_NAMED], *([f"{rest} more"] if rest > 0 else [])])
