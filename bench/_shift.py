"""Shifts in many series at once: false alarms, delay, displacement, and the Frontex table.

Worlds: `_counts.py`, 200 series of 60 months. Figures:
- `alarm_fdr`: share of worlds without any change in which any alarm was raised, by noise;
  `false_alarms_per_1000`: false alarms for 1,000 series of five years in them; `false_share`: of
  the alarms in worlds where one series of five shifts by half.
- `alarm_delay`: months from the first shifted one to the alarm, median over all series that
  shifted (one never called counts as late without end), by noise, for falls and rises by half.
- `displacement_error`: how often the 90 % interval of the share that moved holds the truth.
- `frontex`: the alarms of the monthly table, and whether the shifts of 2012 and 2015-2016 are
  among them with their sign and an interval without zero.
`--rivals`: PELT (ruptures) and BOCPD on the same series.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from _counts import NOISES, PERIODS, Array, World, noisy, quiet, rates, shifted
from _rivals.change_points import change_points
from _rivals.environment import NotRun

from headwater.analysis import run as analyse
from headwater.model import Finding
from headwater.picture import Picture, make_table

_MONTHS = [f"{2015 + at // 12}-{at % 12 + 1:02d}" for at in range(PERIODS)]
_EXPECTED = (
    ("Eastern Mediterranean Route land", "fall", "2012-07", "2012-10"),
    ("Eastern Mediterranean Route sea", "rise", "2012-07", "2012-10"),
    ("Eastern Mediterranean Route sea", "rise", "2015-01", "2015-09"),
    ("Western Balkan Route land", "rise", "2014-09", "2015-09"),
    ("Western Balkan Route land", "fall", "2015-11", "2016-04"),
    ("Eastern Mediterranean Route sea", "fall", "2015-11", "2016-04"),
)


def run(data: Path, options: argparse.Namespace) -> dict[str, Any]:
    """All figures of the section."""
    worlds = 1 if options.quick else 3
    answer = _alarms(worlds, options.seed)
    answer |= _displacement(20 if options.quick else 100, options.seed)
    answer |= {"frontex": _frontex(data / "flows" / "frontex_monthly.csv")}
    if options.rivals:
        answer |= {"rivals": _rivals(options)}
    return answer


def picture_of(names: Iterable[str], dates: Iterable[str], counts: Array) -> Picture:
    """A picture of these series; what is nan is a gap."""
    dates, rows = list(dates), []
    for name, held in zip(names, counts.tolist(), strict=True):
        rows += [(name, day, v) for day, v in zip(dates, held, strict=True) if v == v]
    columns = dict(zip(("series", "date", "value"), zip(*rows, strict=True), strict=True))
    same = {"modality": ["done"] * len(rows), "status": ["accepted"] * len(rows)}
    return Picture.of({"series": make_table("series", {**columns, **same})})


def _called(world: World) -> list[tuple[int, int]]:
    """The alarms of a world: series and period of each."""
    names = [f"{at:04d}" for at in range(world.counts.shape[0])]
    given = {"substitutes": "none"}
    finding = analyse(picture_of(names, _MONTHS, world.counts), "routes.shift", given)
    return [(int(row["series"]), _MONTHS.index(row["alarm_on"])) for row in finding.rows]


def _alarms(worlds: int, seed: int) -> dict[str, Any]:
    figures: dict[str, Any] = defaultdict(dict)
    delays, alarmed, false, right, wrong = [], 0, 0, 0, 0
    directed: dict[bool, list[float]] = {True: [], False: []}
    for noise in NOISES:
        found = [_called(quiet(seed + at, noise)) for at in range(worlds)]
        any_false = sum(map(bool, found))
        alarmed, false = alarmed + any_false, false + sum(map(len, found))
        figures["alarm_fdr_by_noise"][noise] = any_false / worlds
        late: list[float] = []
        for at in range((worlds + 1) // 2):
            world = shifted(seed + at, noise)
            own = score(world, _called(world))
            late += own["delays"]
            for falls in (True, False):
                directed[falls] += [
                    d for d, f in zip(own["delays"], own["falls"], strict=True) if f == falls
                ]
            right, wrong = right + own["right"], wrong + own["wrong"]
        figures["alarm_delay_by_noise"][noise] = _median(late)
        delays += late
    return {
        "alarm_fdr": round(alarmed / (worlds * len(NOISES)), 3),
        "false_alarms_per_1000": round(false / (worlds * len(NOISES) * 0.2), 2),
        "false_share": round(wrong / max(1, right + wrong), 3),
        "alarm_delay": _median(delays),
        "alarm_delay_falls": _median(directed[True]),
        "alarm_delay_rises": _median(directed[False]),
        "never_called": round(float(np.isinf(delays).mean()), 3),
        **figures,
    }


def score(world: World, called: Iterable[tuple[int, int]]) -> dict[str, Any]:
    """Delays of the shifts (infinite where never called), their direction, right and wrong alarms.

    An alarm is wrong on a series that did not shift, or before it did; the first one after the
    shift tells the delay, and further ones of the same series are wrong.
    """
    first: dict[int, int] = {}
    wrong = 0
    for series, at in sorted(called, key=lambda one: one[1]):
        since = int(world.since[series])
        if since < 0 or at < since or series in first:
            wrong += 1
        else:
            first[series] = at
    moved = np.flatnonzero(world.since >= 0).tolist()
    delays = [first[one] - int(world.since[one]) if one in first else np.inf for one in moved]
    falls = [bool(world.falls[one]) for one in moved]
    return {"delays": delays, "falls": falls, "right": len(first), "wrong": wrong}


def _median(delays: list[float]) -> float | None:
    middle = float(np.median(delays))
    return middle if np.isfinite(middle) else None


def _displacement(worlds: int, seed: int) -> dict[str, Any]:
    """Worlds of six legs: one falls by half or more, one or two others take a part of it."""
    held, errors, wide, silent = [], [], [], 0
    kinds: Counter[str] = Counter()
    for at in range(worlds):
        rng = np.random.default_rng([seed, at, 3])
        noise = NOISES[at % 4]
        expected = rates(rng, 6)
        since, until = int(rng.integers(30, 46)), PERIODS
        lost = expected[0, since:until] * rng.uniform(0.4, 0.8)
        share = rng.uniform(0.1, 0.9)
        takers = rng.choice(np.arange(1, 6), rng.integers(1, 3), replace=False)
        expected[0, since:until] -= lost
        expected[takers, since:until] += lost * share / takers.size
        counts = noisy(rng, expected, noise)
        finding = analyse(
            picture_of([f"leg {one}" for one in range(6)], _MONTHS, counts), "routes.shift"
        )
        row = next((r for r in finding.rows if r["series"] == "leg 0" and r["change"] < 0), None)
        if row is None or row["moved"] is None:
            silent += 1
            continue
        inside = row["moved_low"] <= share <= row["moved_high"]
        kinds[noise] += inside
        held.append(inside)
        errors.append(abs(row["moved"] - share))
        wide.append(row["moved_high"] - row["moved_low"])
    return {
        "displacement_error": {
            "interval_holds": round(float(np.mean(held)), 3),
            "mean_error": round(float(np.mean(errors)), 3),
            "mean_width": round(float(np.mean(wide)), 3),
            "worlds": len(held),
            "loss_not_called": silent,
        }
    }


def monthly(path: Path) -> Picture:
    """The monthly table of detections: a series for each route and kind of border."""
    held: dict[str, Counter[str]] = defaultdict(Counter)
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            held[f"{row['route']} {row['border']}"][row["month"]] += int(row["detections"])
    months = sorted({month for counts in held.values() for month in counts})
    counts = np.array([[float(held[n].get(m, np.nan)) for m in months] for n in sorted(held)])
    return picture_of(sorted(held), months, counts)


def _frontex(path: Path) -> dict[str, Any]:
    """What is called in the table, nothing said beforehand."""
    finding = analyse(monthly(path), "routes.shift")
    return {
        "alarms": len(finding.rows),
        "found": [_sought(finding, one) for one in _EXPECTED],
    }


def _sought(finding: Finding, one: tuple[str, str, str, str]) -> dict[str, Any]:
    name, sign, first, last = one
    for row in finding.rows:
        right_sign = row["high"] < 0 if sign == "fall" else row["low"] > 0
        if row["series"] == name and first <= row["date"] <= last and right_sign:
            keys = ("series", "date", "before", "after", "low", "high", "alarm_on")
            return {"sought": f"{sign} {first[:4]}", **{key: row[key] for key in keys}}
    return {"sought": f"{sign} {first[:4]}", "series": name, "date": None}


def _rivals(options: argparse.Namespace) -> dict[str, Any]:
    """The same figures for the rivals, on the first world of each noise."""
    still = {noise: quiet(options.seed, noise) for noise in NOISES}
    moved = {noise: shifted(options.seed, noise) for noise in NOISES}
    given = {
        kind: {noise: world.counts.tolist() for noise, world in worlds.items()}
        for kind, worlds in (("quiet", still), ("shifted", moved))
    }
    try:
        answers = change_points(given, options.environments, options.limit)
    except NotRun as error:
        return {"not run": str(error)}
    return {name: _rival(answer, moved) for name, answer in answers.items()}


def _rival(answer: Mapping[str, Any], moved: Mapping[str, World]) -> dict[str, Any]:
    false = {noise: len(called) for noise, called in answer["quiet"].items()}
    scores = [
        score(moved[noise], [(series, at) for series, at in called])
        for noise, called in answer["shifted"].items()
    ]
    right, wrong = (sum(one[key] for one in scores) for key in ("right", "wrong"))
    return {
        "alarm_fdr": float(np.mean([count > 0 for count in false.values()])),
        "false_alarms_per_1000": round(sum(false.values()) / (len(false) * 0.2), 1),
        "false_share": round(wrong / max(1, right + wrong), 3),
        "alarm_delay": _median([delay for one in scores for delay in one["delays"]]),
    }
