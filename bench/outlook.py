"""Outlook: forecasts of arrivals on the daily small-boat series, scored at rolling origins.

Figures (JSON, last on stdout): `crps_ratio` (origins 2022-2024, horizons 1-28 days, mean score over
that of the best baseline; each baseline is a distribution of its own past errors), `coverage90` by
horizon, `year_end` (from 1 May each year: pinball loss beside the baselines', truth inside the
80 % interval), `mae_4w` (weekly totals four weeks ahead, 2024), `forecast_s` (one forecast of 28
days with 2,000 paths of the year), `invented` (worlds with a known weather: see _outlook_worlds).
`--rivals` scores statsforecast and statsmodels beside ours, at every 14th day. Nothing was chosen
on 2022-2024; views, half-lives and rates were chosen on 2018-2021. `--since YEAR --until YEAR`
score other years, `--every N` fewer origins.
"""

import argparse
import csv
import json
import os
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from _outlook_worlds import UPSTREAM_LAG, World, world
from _rivals.environment import PLACE, NotRun
from _rivals.forecasts import forecasts

from headwater.series import scoring
from headwater.series.forecasting import (
    BASELINES,
    LEVELS,
    Covariate,
    History,
    forecast,
    found_lag,
    simulate,
    sums,
)
from headwater.series.forecasting.baselines import distributions, points
from headwater.series.forecasting.past import Past
from headwater.series.forecasting.rehearsal import Rehearsal, lessons, told
from headwater.series.forecasting.views import opinions

REHEARSED = np.array([1, 2, 3, 5, 7, 10, 14, 21, 28])
LOW, HIGH = 2, 47  # places of 0.05 and 0.95 among the levels
PATHS = 2000
PUBLIC = {2023: (35_000, 40_000, 55_000)}
"""Low, middle and high of public planning for a year (Home Office, 2023: 40,000, 35,000-55,000)."""


def main() -> int:
    """Measure and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(os.environ.get("HEADWATER_SHARED", "../shared"))
    parser.add_argument("--data", type=Path, default=shared / "data")
    parser.add_argument("--since", type=int, default=2022)
    parser.add_argument("--until", type=int, default=2024)
    parser.add_argument("--every", type=int, default=3)
    parser.add_argument("--worlds", type=int, default=2)
    parser.add_argument("--rivals-every", type=int, default=14, help="days between their origins")
    parser.add_argument("--rivals", action="store_true", help="add statsforecast and statsmodels")
    parser.add_argument("--environments", type=Path, default=PLACE)
    parser.add_argument("--limit", type=int, default=3000, help="seconds of a step of the rivals")
    given = parser.parse_args()
    first, people = read(given.data / "flows" / "uk_small_boats_daily.csv")
    people = people[: (date(given.until, 12, 31) - first).days + 1]
    figures = {
        "daily": daily(first, people, given.since, given.every),
        "invented": invented(given.worlds),
        "year_end": year_end(first, people, given.until),
        "mae_4w": weekly(first, people, given.until),
        "forecast_s": seconds(first, people),
    }
    if given.rivals:
        figures["rivals"] = rivals(first, people, given)
    json.dump(figures, sys.stdout, indent=1)
    print()
    return 0


def read(path: Path) -> tuple[date, np.ndarray]:
    """First day and people a day."""
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    return date.fromisoformat(rows[0]["date"]), np.array([float(row["people"]) for row in rows])


def recipe(
    history: History,
    origins: np.ndarray,
    ahead: np.ndarray,
    rehearsed: np.ndarray,
    covariates: Sequence[Covariate] = (),
) -> np.ndarray:
    """Our quantiles at each origin, from what was known then: origins x steps ahead x levels."""
    past = Past.of(history, None, covariates)
    longest = int(2.2 * 365 / history.days)
    every = 6 if history.days == 1 else 1
    before = np.arange(max(20, origins[0] - longest), origins[-1], every)
    rehearsal = Rehearsal.of(past, before, rehearsed)
    made = []
    for origin in origins.tolist():
        taught = lessons(rehearsal, origin, history.days)
        made.append(told(taught, rehearsed, opinions(past, origin, ahead), ahead))
    return np.stack(made)


def daily(first: date, people: np.ndarray, since: int, every: int) -> dict[str, Any]:
    """Scores of daily forecasts."""
    history = History.of(people, first + timedelta(people.size - 1), 1.0, 30)
    ahead = np.arange(1, 29)
    start = (date(since, 1, 1) - first).days - 1
    origins = np.arange(start, people.size - 28, every)
    ours = recipe(history, origins, ahead, REHEARSED)
    base = points(history, ahead, start - 800)
    theirs = np.stack([distributions(base, history, int(o), ahead) for o in origins])
    came = people[origins[:, None] + ahead]
    score = scoring.crps_of_quantiles(ours, LEVELS, came)
    others = {
        name: scoring.crps_of_quantiles(theirs[:, at], LEVELS, came)
        for at, name in enumerate(BASELINES)
    }
    best = min(others, key=lambda name: others[name].mean())
    chance = np.random.default_rng(0).random(came.shape)
    rank = scoring.ranks(ours, LEVELS, came, chance)
    inside = (rank >= 0.05) & (rank <= 0.95)
    plain = (came >= ours[..., LOW]) & (came <= ours[..., HIGH])
    years = np.array([(first + timedelta(int(o) + 1)).year for o in origins])
    bands = ((1, 1), (2, 3), (4, 7), (8, 14), (15, 28))
    return {
        "origins": int(origins.size),
        "crps": round(float(score.mean()), 2),
        "crps_of_baselines": {name: round(float(s.mean()), 2) for name, s in others.items()},
        "best_baseline": best,
        "crps_ratio": round(float(score.mean() / others[best].mean()), 4),
        "crps_ratio_by_year": {
            str(y): round(float(score[years == y].mean() / others[best][years == y].mean()), 3)
            for y in np.unique(years)
        },
        "crps_ratio_by_horizon": {
            f"{a}-{b}": round(
                float(score[:, a - 1 : b].mean() / others[best][:, a - 1 : b].mean()), 3
            )
            for a, b in bands
        },
        "coverage90": round(float(inside.mean()), 3),
        "coverage90_by_horizon": {
            f"{a}-{b}": round(float(inside[:, a - 1 : b].mean()), 3) for a, b in bands
        },
        "between_q05_and_q95_zeros_counted_whole": round(float(plain.mean()), 3),
    }


def invented(worlds: int) -> dict[str, Any]:
    """Mean score over the best baseline in invented worlds, by which covariates are given.

    Weather and rating are known 28 days ahead (`known`) or ten; counts upstream only to the origin,
    their lag found on the first half of the past.
    """
    return {
        f"weather decides {word}": _of_worlds([world(seed, sharp) for seed in range(worlds)])
        for word, sharp in (("softly", 3.0), ("sharply", 6.0))
    }


def _of_worlds(worlds: Sequence[World]) -> dict[str, Any]:
    ratios: dict[str, list[float]] = {}
    ahead, lags, inside = REHEARSED, [], []
    for made in worlds:
        size = made.people.size - 28
        history = History.of(made.people, date(2003, 12, 31), 1.0, 30)
        origins = np.arange(size - 360, size, 18)
        came = made.people[origins[:, None] + ahead]
        base = points(history, ahead, size - 800)
        theirs = np.stack([distributions(base, history, int(o), ahead) for o in origins])
        best = scoring.crps_of_quantiles(theirs, LEVELS, came[:, None]).mean(axis=(0, 2)).min()
        lags.append(found_lag(history.until(size // 2), made.beside["upstream"]))
        for name, covariates in _given(made, lags[-1]).items():
            ours = recipe(history, origins, ahead, REHEARSED, covariates)
            score = scoring.crps_of_quantiles(ours, LEVELS, came).mean()
            ratios.setdefault(name, []).append(float(score / best))
            if name == "weather known":
                chance = np.random.default_rng(0).random(came.shape)
                rank = scoring.ranks(ours, LEVELS, came, chance)
                inside.append(float(((rank >= 0.05) & (rank <= 0.95)).mean()))
    return {
        "worlds": len(worlds),
        "crps_ratio": {name: round(float(np.mean(held)), 3) for name, held in ratios.items()},
        "coverage90_weather_known": round(float(np.mean(inside)), 3),
        "upstream_lag_found": lags,
        "upstream_lag_true": UPSTREAM_LAG,
    }


def _given(made: World, lag: int) -> dict[str, list[Covariate]]:
    def one(name: str, ahead: int = 28, lag: int = 0) -> Covariate:
        return Covariate(name, made.beside[name], ahead, lag)

    return {
        "none": [],
        "weather known": [one("weather")],
        "weather known ten days": [one("weather", 10)],
        "rating known": [one("rating")],
        "upstream to the origin": [one("upstream", 0, lag)],
        "weather known, upstream to the origin": [one("weather"), one("upstream", 0, lag)],
        "unrelated known": [one("unrelated")],
    }


def rivals(first: date, people: np.ndarray, given: argparse.Namespace) -> dict[str, Any]:
    """Libraries' forecasts, ours and the baselines at the same origins: mean score (CRPS)."""
    history = History.of(people, first + timedelta(people.size - 1), 1.0, 30)
    ahead = np.arange(1, 29)
    origins = np.arange(
        (date(given.since, 1, 1) - first).days - 1, people.size - 28, given.rivals_every
    )
    came = people[origins[:, None] + ahead]
    asked = {"people": people.tolist(), "origins": origins.tolist(), "steps": 28}
    try:
        told = forecasts({**asked, "levels": LEVELS.tolist()}, given.environments, given.limit)
    except NotRun as error:
        return {"not_run": str(error)}
    told["ours"] = recipe(history, origins, ahead, REHEARSED)
    base = points(history, ahead, int(origins[0]) - 800)
    theirs = np.stack([distributions(base, history, int(o), ahead) for o in origins])
    told |= {name: theirs[:, at] for at, name in enumerate(BASELINES)}
    scores = {
        name: scoring.crps_of_quantiles(quantiles, LEVELS, came).mean()
        for name, quantiles in told.items()
    }
    return {
        "origins": int(origins.size),
        "crps": {name: round(float(score), 2) for name, score in scores.items()},
        "ours_over": {
            name: round(float(scores["ours"] / score), 3)
            for name, score in scores.items()
            if name != "ours"
        },
    }


def year_end(first: date, people: np.ndarray, until: int) -> dict[str, Any]:
    """From 1 May each year since 2019."""
    rows: list[dict[str, Any]] = []
    inside = 0
    for year in range(2019, until + 1):
        origin = (date(year, 5, 1) - first).days
        steps = (date(year, 12, 31) - date(year, 5, 1)).days + 1
        history = History.of(people[:origin], date(year, 4, 30), 1.0, steps)
        so_far = people[(date(year, 1, 1) - first).days : origin].sum()
        truth = np.array(so_far + people[origin : origin + steps].sum())
        paths = simulate(history, steps, PATHS, np.random.default_rng(0)).sum(axis=1)
        ours = so_far + np.quantile(paths, LEVELS)
        theirs = so_far + sums(history, steps)
        low, middle, high = so_far + np.quantile(paths, [0.1, 0.5, 0.9])
        inside += bool(low <= truth <= high)
        rows.append(
            {
                "year": year,
                "truth": float(truth),
                "q10": round(float(low)),
                "q50": round(float(middle)),
                "q90": round(float(high)),
                "pinball": round(float(scoring.pinball(ours, LEVELS, truth).mean()), 1),
                "public": _public(year, truth),
                "pinball_of": {
                    name: round(float(scoring.pinball(q, LEVELS, truth).mean()), 1)
                    for name, q in zip(BASELINES, theirs, strict=True)
                    if np.isfinite(q).all()
                },
            }
        )
    mean = {
        name: round(
            float(np.mean([r["pinball_of"][name] for r in rows if name in r["pinball_of"]])), 1
        )
        for name in BASELINES
    }
    beside = {  # ours over the years in which a baseline says anything
        name: round(
            float(np.mean([r["pinball"] for r in rows if name in r["pinball_of"]] or [np.nan])), 1
        )
        for name in BASELINES
    }
    own = round(float(np.mean([row["pinball"] for row in rows])), 1)
    return {
        "rows": rows,
        "inside80": inside,
        "pinball": own,
        "pinball_of": mean,
        "ours_in_the_same_years": beside,
    }


def _public(year: int, truth: np.ndarray) -> dict[str, Any] | None:
    """What was said in public of a year: a middle and a range, read as its 80 % interval."""
    if year not in PUBLIC:
        return None
    low, middle, high = PUBLIC[year]
    quantiles = np.interp(LEVELS, [0.1, 0.5, 0.9], [low, middle, high])
    return {
        "low": low,
        "middle": middle,
        "high": high,
        "inside": bool(low <= truth <= high),
        "pinball": round(float(scoring.pinball(quantiles, LEVELS, truth).mean()), 1),
    }


def weekly(first: date, people: np.ndarray, year: int) -> dict[str, Any]:
    """Mean absolute error of weeks that end on Sundays of a year, four weeks before."""
    skip = (7 - first.weekday()) % 7
    whole = (people.size - skip) // 7
    weeks = people[skip : skip + 7 * whole].reshape(-1, 7).sum(axis=1)
    ends = [first + timedelta(skip + 7 * at + 6) for at in range(whole)]
    history = History.of(weeks, ends[-1], 7.0, 8)
    ahead = np.arange(1, 5)
    origins = np.array([at - 4 for at, end in enumerate(ends) if end.year == year])
    ours = recipe(history, origins, ahead, np.array([1, 2, 3, 4]))[:, 3]
    came = weeks[origins + 4]
    made = points(history, ahead)[:, origins, 3]
    middle = np.median(ours, axis=1)
    return {
        "weeks": int(origins.size),
        "median": round(float(np.abs(middle - came).mean()), 1),
        "mean": round(float(np.abs(ours.mean(axis=1) - came).mean()), 1),
        "baselines": {
            name: round(float(np.abs(point - came).mean()), 1)
            for name, point in zip(BASELINES, made, strict=True)
        },
    }


def seconds(first: date, people: np.ndarray) -> dict[str, float]:
    """One forecast with its year, by the clock and in processor time."""
    history = History.of(people, first + timedelta(people.size - 1), 1.0, 365)
    clock, processor = time.perf_counter(), time.process_time()
    forecast(history, 28)
    simulate(history, 365, PATHS, np.random.default_rng(0))
    sums(history, 365)
    return {
        "clock": round(time.perf_counter() - clock, 2),
        "processor": round(time.process_time() - processor, 2),
    }


if __name__ == "__main__":
    sys.exit(main())
