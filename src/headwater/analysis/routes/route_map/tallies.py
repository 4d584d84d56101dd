"""Tallies: what stands behind each leg, counted in columns and never added across reports."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.fees import fee_conflicts, fee_ranges
from headwater.analysis.routes.route_map.places import NEAR_KM
from headwater.analysis.routes.route_map.sightings import Sightings

Row = dict[str, Any]

COUNTED = {
    "done": "times_seen",
    "attempted": "attempted",
    "planned": "planned",
    "projected": "planned",
    "alleged": "alleged",
    "denied": "denied",
}
"""How a telling is counted, by how it is put; only what is told as done was seen."""


def tallies(found: Sightings) -> list[Row]:
    """One row for each leg, in the order of their numbers."""
    told = found.told
    seen = told.filter(pc.equal(told["modality"], "done"))
    rows = [ends(found, "leg", "|".join(leg), leg) | nothing() for leg in found.legs]
    for part in (_told(told), _seen(seen), _months(seen)):
        for leg, values in part.items():
            rows[leg].update(values)
    for leg, names in _networks(told).items():
        rows[leg]["networks"] = names
    for leg, fees in _fees(found.fees).items():
        rows[leg].update({"fees": fee_ranges(fees), "conflicts": fee_conflicts(fees)})
    for row in rows:
        _widen(row)
    return rows


def _widen(row: Row) -> None:
    """An end that is only ever said to be near a place lies farther from it."""
    for side in ("from", "to"):
        if row.pop(f"{side}_near", False) and row[f"{side}_within_km"] is not None:
            row[f"{side}_within_km"] += NEAR_KM


def ends(found: Sightings, kind: str, name: str, leg: tuple[str, str, str]) -> Row:
    """What a row begins with: its kind and id, from, to, mode, and where the ends lie."""
    start, end = (found.spots.get(one) for one in leg[:2])
    row: Row = {"kind": kind, "id": name}
    row |= dict(zip(("from", "to", "mode"), leg, strict=True))
    for side, spot in (("from", start), ("to", end)):
        row |= {
            f"{side}_name": spot.name if spot else "",
            f"{side}_lat": spot.latitude if spot else None,
            f"{side}_lon": spot.longitude if spot else None,
            f"{side}_within_km": spot.within_km if spot else None,
        }
    return row


def nothing() -> Row:
    """What a row goes on with where nothing is told, in the order of the columns."""
    counts: Row = dict.fromkeys(("times_seen", "groups", "reports"), 0)
    counts |= dict.fromkeys(("attempted", "planned", "alleged", "denied"), 0)
    counts |= {"accepted": 0, "proposed": 0, "proposed_share": 0.0, "weak_share": 0.0}
    spans = dict.fromkeys(("persons_min", "persons_max", "hours_min", "hours_max"))
    dates: Row = {"first": "", "last": "", "undated": 0, "months": []}
    lists: Row = {name: [] for name in ("networks", "fees", "conflicts", "legs", "examples")}
    return counts | spans | dates | lists


def _told(told: pa.Table) -> dict[int, Row]:
    """Counts over all tellings, however they are put."""
    rows: dict[int, Row] = defaultdict(dict)
    for row in _counted(told, "modality"):
        name = COUNTED[row["modality"]]
        rows[row["leg"]][name] = rows[row["leg"]].get(name, 0) + row["count_all"]
    for row in _counted(told, "status"):
        if row["status"] in ("accepted", "proposed"):
            rows[row["leg"]][row["status"]] = row["count_all"]
    flags = told.append_column("open", pc.equal(told["status"], "proposed"))
    for name in ("open", "weak"):
        flags = flags.set_column(
            flags.schema.get_field_index(name), name, pc.cast(flags[name], pa.int64())
        )
    asked = [("open", "mean"), ("weak", "mean"), ("from_near", "min"), ("to_near", "min")]
    for row in flags.group_by("leg", use_threads=False).aggregate(asked).to_pylist():
        rows[row["leg"]] |= {
            "proposed_share": round(row["open_mean"], 3),
            "weak_share": round(row["weak_mean"], 3),
            **{f"{side}_near": row[f"{side}_near_min"] for side in ("from", "to")},
        }
    return rows


def _counted(told: pa.Table, name: str) -> list[Row]:
    counted = told.group_by(["leg", name], use_threads=False).aggregate([([], "count_all")])
    return list(counted.to_pylist())


def _seen(seen: pa.Table) -> dict[int, Row]:
    """Groups and reports, and how far persons, hours and dates reach."""
    dates = pc.if_else(pc.equal(seen["date"], ""), None, seen["date"])
    ends = pc.if_else(pc.equal(seen["date_to"], ""), None, seen["date_to"])
    both = seen.append_column("begins", dates).append_column("ends", ends)
    spans = [(name, how) for name in ("persons", "hours") for how in ("min", "max")]
    asked = [
        *(("group", "count_distinct"), ("report", "count_distinct"), *spans),
        *(("begins", "min"), ("begins", "max"), ("ends", "max"), ("begins", "count")),
        ([], "count_all"),
    ]
    rows = {}
    for row in both.group_by("leg", use_threads=False).aggregate(asked).to_pylist():
        rows[row["leg"]] = {
            "groups": row["group_count_distinct"],
            "reports": row["report_count_distinct"],
            **{f"{name}_{how}": row[f"{name}_{how}"] for name, how in spans},
            "first": row["begins_min"] or "",
            "last": max(row["begins_max"] or "", row["ends_max"] or ""),
            "undated": row["count_all"] - row["begins_count"],
        }
    return rows


def _months(seen: pa.Table) -> dict[int, Row]:
    """Each month in which the leg was begun: times, groups, and the people of its days.

    Reports of one day may tell of the same people, so that a day counts with its largest number.
    """
    dated = seen.filter(pc.not_equal(seen["month"], ""))
    by = ["leg", "month"]
    asked = [([], "count_all"), ("group", "count_distinct")]
    months = dated.group_by(by, use_threads=False).aggregate(asked)
    days = dated.group_by([*by, "date"], use_threads=False).aggregate([("persons", "max")])
    people = days.group_by(by, use_threads=False).aggregate([("persons_max", "sum")])
    rows: dict[int, Row] = defaultdict(lambda: {"months": []})
    for row in months.join(people, by).sort_by([(n, "ascending") for n in by]).to_pylist():
        rows[row["leg"]]["months"].append(
            {
                "month": row["month"],
                "times_seen": row["count_all"],
                "groups": row["group_count_distinct"],
                "persons": row["persons_max_sum"],
            }
        )
    return rows


def _networks(told: pa.Table) -> dict[int, list[str]]:
    run_by = told.filter(pc.not_equal(told["network"], ""))
    found: dict[int, list[str]] = defaultdict(list)
    by = ["leg", "network"]
    pairs = run_by.group_by(by, use_threads=False).aggregate([])
    for row in pairs.sort_by([(name, "ascending") for name in by]).to_pylist():
        found[row["leg"]].append(row["network"])
    return found


def _fees(fees: pa.Table) -> dict[int, list[Row]]:
    wanted = ("leg", "fee_min", "fee_max", "currency", "fee_basis", "fee_statement", "group")
    given: dict[int, list[Row]] = defaultdict(list)
    for row in fees.filter(pc.equal(fees["modality"], "done")).select(wanted).to_pylist():
        given[row["leg"]].append(row)
    return given


def evidence_of(found: Sightings, legs: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The statements behind each of these legs, those of their fees included."""
    wanted = pa.array(list(legs), pa.int64())
    parts = [
        table.select(["leg", name]).rename_columns(["leg", "statement"])
        for table, name in ((found.told, "statement"), (found.fees, "fee_statement"))
    ]
    ids = pa.concat_tables(parts)
    ids = ids.filter(pc.is_in(ids["leg"], value_set=wanted))
    once = ids.group_by(["leg", "statement"], use_threads=False).aggregate([])
    behind: dict[int, list[str]] = defaultdict(list)
    for row in once.to_pylist():
        behind[row["leg"]].append(row["statement"])
    return {leg: tuple(sorted(set(ids) - {""})) for leg, ids in behind.items()}
