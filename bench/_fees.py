"""Fees: how near are the distributions to what the world charges? A section of `bench/business.py`.

A world is written, and the fees that its reports state are given to `business.fees` as a plain
file, each under the story that it belongs to: wrong fees and copies are in it, slips of a reader
are not. `--fees-through-node` reads the reports themselves instead (slow).

- `fee_crps`: continuous ranked probability score against the fees truly charged on a stretch in a
  unit (each network that runs it asks evenly between its two ends), over their mean; mean of all
  such units that are told. Where sources contradict each other, the best supported row counts
- beside it in the same run: `fee_crps_median`, the median of the middles of all ranges, as one
  number; `fee_crps_middles`, all middles as a distribution; `fee_crps_truth`, the truth itself,
  which nobody can go below
- `fee_median_error`: how far the median lies from the true one, over it; median of all units
- `fee_within`: share of the true medians between `median_low` and `median_high`
- `fee_units`, `fee_conflicts`: units told; units with more than one camp
- `fees_s`: seconds of the method alone
- `press_legs` of 27 and `press_units` of 18: press facts whose leg, and whose fee with its unit,
  comes out as it went in; the file of facts goes in without the columns of its truth. A wrong one
  is named in `press_wrong`
"""

import argparse
import csv
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import numpy.typing as npt

from headwater.analysis import run as analyse
from headwater.exercise import Scale, write_world
from headwater.model import Finding
from headwater.picture import from_plain_files

TEST = 101
"""Seed of the world that figures are told of; worlds of the seeds 1 to 9 are for development."""
HEADWATER = Path(sys.executable).with_name("headwater")
PERSON = ("--as", "bench", "--purpose", "bench", "--json")
SHARES = {"low": 0.0, "q05": 0.05, "q25": 0.25, "median": 0.5, "q75": 0.75, "q95": 0.95, "high": 1}
GRID = 2000
COLUMNS = ["from", "to", "date", "fee_min", "fee_max", "currency", "fee_basis"]

Unit = tuple[str, str, str, str]
"""From, to, basis, currency."""
Numbers = npt.NDArray[np.float64]
Range = tuple[float, float]


def run(data: Path, options: argparse.Namespace) -> dict[str, object]:
    """Figures on the world of a seed, and on the press facts where they are there.

    Args:
        data: Folder of the test data.
        options: `seed`, `quick`, `fee_scale` and `fees_through_node`, each of which may be missing.
    """
    given = vars(options)
    scale: Scale = given.get("fee_scale") or ("small" if given.get("quick") else "medium")
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_world(root / "reports", root / "truth", given.get("seed") or TEST, scale)
        through = given.get("fees_through_node", False)
        rows, seconds = _read_rows(root) if through else _told_rows(root)
        figures = scores(root, rows) | {"fees_s": seconds}
    facts = data / "text" / "press_facts.csv"
    return figures | (press(facts) if facts.is_file() else {"press": "NOT RUN: no press facts"})


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _told_rows(root: Path) -> tuple[Sequence[Mapping[str, Any]], float]:
    """The rows from the fees that reports state, given as a plain file."""
    write_told(root / "truth", root / "told.csv")
    finding = analyse(from_plain_files(legs=root / "told.csv"), "business.fees", {"by": ""})
    return finding.rows, finding.seconds


def write_told(truth: Path, file: Path) -> None:
    """The fees that the text reports of a world state, as a plain file of legs."""
    stories = {row["report"]: row["story"] for row in rows_of(truth / "derivations.csv")}
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([*COLUMNS, "payment_mode", "report"])
        for fact in facts_of(truth):
            if {"p", "q", "fee"} <= fact.keys() and fact["modality"] == "done":
                currency, span, basis = fact["fee"].split()
                low, _, high = span.partition("-")
                ends = (fact["p"], fact["q"], fact.get("d", ""))
                paid = (low, high or low, currency, basis, fact.get("pay", ""))
                writer.writerow((*ends, *paid, stories[fact["report"]]))


def facts_of(truth: Path) -> list[dict[str, str]]:
    """Each thing stated, with its slots as columns."""
    events: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in rows_of(truth / "report_facts.csv"):
        event = events.setdefault((row["report"], row["item"], row["event"]), {})
        event |= {"report": row["report"], "modality": row["modality"], row["kind"]: row["value"]}
    return list(events.values())


def _read_rows(root: Path) -> tuple[Sequence[Mapping[str, Any]], float]:
    """The rows from the reports, read by the program's own commands."""
    node = ("--node", str(root / "node"))
    _headwater("init", str(root / "node"), "--agency", "Bench", "--as", "bench")
    _headwater("add", str(root / "reports"), *node, *PERSON)
    asked = ("business.fees", "--set", "by=")
    finding = json.loads(_headwater("analyse", *asked, *node, *PERSON))
    called = {row["name"]: row["id"] for row in rows_of(root / "truth" / "places.csv")}
    rows = []
    for row in finding["rows"]:
        ends = [called.get(name, name) for name in row["leg"].split(" > ")]
        rows.append(row | dict(zip(("origin", "destination"), ends, strict=False)))
    return rows, finding["seconds"]


def _headwater(*words: str) -> str:
    done = subprocess.run([HEADWATER, *words], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"headwater {words[0]}: {done.stdout[-500:]}{done.stderr[-500:]}")
    return done.stdout


def charged(truth: Path) -> dict[Unit, list[Range]]:
    """What is truly charged: for each unit the range of each network's leg."""
    legs = {row["id"]: row for row in rows_of(truth / "legs.csv")}
    found: dict[Unit, list[Range]] = defaultdict(list)
    for row in rows_of(truth / "fees.csv"):
        leg = legs[row["leg"]]
        unit = (leg["from"], leg["to"], row["basis"], row["currency"])
        found[unit].append((float(row["fee_min"]), float(row["fee_max"])))
    return found


def scores(root: Path, rows: Sequence[Mapping[str, Any]]) -> dict[str, object]:
    """How near rows of `business.fees` come to what is charged."""
    truth, middles = charged(root / "truth"), _middles(root)
    best: dict[Unit, Mapping[str, Any]] = {}
    conflicts = set()
    for row in rows:
        ends = (row["origin"], row["destination"], row["basis"], row["currency"])
        if row["conflict"]:
            conflicts.add(ends)
        if ends in truth and row["median"] is not None:
            best.setdefault(ends, row)
    told = sorted(best.keys() & middles.keys())
    each = [_score(truth[unit], best[unit], middles[unit]) for unit in told]
    mean = {name: round(float(np.mean([one[name] for one in each])), 4) for name in each[0]}
    error = mean.pop("fee_median_error") and median(one["fee_median_error"] for one in each)
    return {
        **mean,
        "fee_median_error": round(error, 4),
        "fee_units": len(told),
        "fee_conflicts": len(conflicts),
    }


def _middles(root: Path) -> dict[Unit, list[float]]:
    """The middles of all ranges told of a unit, however often they are told."""
    file = root / "told.csv"
    if not file.is_file():
        write_told(root / "truth", file)
    found: dict[Unit, list[float]] = defaultdict(list)
    for row in rows_of(file):
        unit = (row["from"], row["to"], row["fee_basis"], row["currency"])
        found[unit].append((float(row["fee_min"]) + float(row["fee_max"])) / 2)
    return found


def _score(
    ranges: Sequence[Range], row: Mapping[str, Any], middles: Sequence[float]
) -> dict[str, float]:
    points = [row[name] if row[name] is not None else row["median"] for name in SHARES]
    ends = [end for one in ranges for end in one]
    top = max(*ends, *points, *middles)
    x = np.linspace(0, top * 1.01, GRID)
    true = np.mean([_even(x, *one) for one in ranges], axis=0)
    ours = np.interp(x, np.maximum.accumulate(points), list(SHARES.values()), left=0, right=1)
    theirs = np.searchsorted(np.sort(middles), x, side="right") / len(middles)
    lone = (x >= median(middles)).astype(float)
    mean, half = float(np.trapezoid(1 - true, x)), float(np.interp(0.5, true, x))
    floor = float(np.trapezoid(true * (1 - true), x))
    said = {"fee_crps": ours, "fee_crps_median": lone, "fee_crps_middles": theirs}
    found = {
        name: (float(np.trapezoid((cdf - true) ** 2, x)) + floor) / mean
        for name, cdf in said.items()
    }
    low = row["median_low"] or 0.0
    high = row["median_high"] if row["median_high"] is not None else np.inf
    return found | {
        "fee_crps_truth": floor / mean,
        "fee_median_error": abs(row["median"] - half) / half if half else 0.0,
        "fee_within": float(low <= half <= high),
    }


def _even(x: Numbers, low: float, high: float) -> Numbers:
    """Distribution function of an even spread; of one amount where both ends are it."""
    if high <= low:
        return (x >= low).astype(np.float64)
    return np.clip((x - low) / (high - low), 0, 1)


def press(facts: Path) -> dict[str, object]:
    """Whether each press fact comes out in its leg, and its fee in its unit."""
    rows = list(rows_of(facts))
    with TemporaryDirectory() as folder:
        file = Path(folder) / "press.csv"
        _write_press(rows, file)
        picture = from_plain_files(legs=file)
        legs, fees = analyse(picture, "routes.map"), analyse(picture, "business.fees")
    placed, priced = _legs_by_row(legs), _fees_by_row(fees)
    wrong = []
    right_legs = right_units = 0
    for number, row in enumerate(rows, 1):
        leg = placed.get(number) == _ends(row)
        fee = priced.get(number) == _unit(row)
        right_legs += leg
        right_units += fee and bool(_unit(row))
        wrong += [] if leg and fee else [row["case_id"]]
    return {"press_legs": right_legs, "press_units": right_units, "press_wrong": wrong}


def _write_press(rows: Sequence[Mapping[str, str]], file: Path) -> None:
    """The facts as a plain file: route and fee as coded; roles, counts and arrests left out."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([*COLUMNS, "report"])
        for row in rows:
            said = [row[name] for name in COLUMNS[2:]]
            writer.writerow((*_ends(row), *said, row["case_id"]))


def _ends(row: Mapping[str, str]) -> tuple[str, str]:
    """Where a route begins and ends; one that names no way on has no end."""
    stops = [stop.strip() for stop in row["route"].split(">")]
    return stops[0], stops[-1] if len(stops) > 1 else ""


def _unit(row: Mapping[str, str]) -> tuple[float | None, float | None, str, str] | None:
    """The fee of a fact with its unit: amounts, currency and basis as they are coded."""
    if not (row["fee_min"] or row["fee_max"]):
        return None
    ends = (float(row[end]) if row[end] else None for end in ("fee_min", "fee_max"))
    return (*ends, row["currency"], row["fee_basis"].replace(" ", "_"))  # type: ignore[return-value] # two ends


def _legs_by_row(finding: Finding) -> dict[int, tuple[str, str]]:
    found = {}
    for row in finding.rows:
        for statement in finding.evidence[row["id"]]:
            found[_number(statement)] = (row["from_name"], row["to_name"])
    return found


def _fees_by_row(finding: Finding) -> dict[int, tuple[float | None, float | None, str, str]]:
    """The unit that each row of the file came out in."""
    found = {}
    for row in finding.rows:
        for statement in finding.evidence[row["id"]]:
            basis = row["basis"].replace(" ", "_")
            found[_number(statement)] = (row["low"], row["high"], row["currency"], basis)
    return found


def _number(statement: str) -> int:
    return int(statement.partition("#")[2].partition(".")[0])
