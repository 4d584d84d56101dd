"""Looking every week: how often an effect that is not there is ever said, how soon one that is.

Worlds: `_effect_worlds.py`, 52 weeks looked at. Figures:
- `anytime_type1`: by kind of world, share in which the e-value was ever enough although the
  operation did nothing, with its 95 % binomial interval; `naive`: the same worlds, each week tested
  at 5 % by how far the mean so far lies from what was foretold at the start, with the threshold of
  each week set so that it errs in exactly 5 % of the worlds of that kind in that week;
- `anytime_cover`: how often the interval held the truth at all 52 looks;
- `weeks_to_detect`: by true change, the share detected within 52 weeks and the median week, null
  where fewer than half are;
- `frontex_said`: months at which a fall was said for the EU-Turkey statement and the closing of the
  Balkan corridor, looking every month;
- `sequential_s`: seconds for 52 looks.
"""

import argparse
import time
from pathlib import Path
from typing import Any

import numpy as np
from _effect_worlds import DONORS, KINDS, World, made
from _shift import monthly
from scipy.stats import binomtest

from headwater.analysis import run as analyse
from headwater.series.counterfactual import Design, within_periods
from headwater.series.sequential import ENOUGH, Looks, looks

_WEEKS = 52
_CHANGES = (-0.3, -0.5, -0.7)
_BALKAN = "Western Balkan Route land"
_AEGEAN = "Eastern Mediterranean Route sea"
_CENTRAL = "Central Mediterranean Route sea"


def run(data: Path, options: argparse.Namespace) -> dict[str, Any]:
    """All figures of the section."""
    draws = 20 if options.quick else 400
    begin = time.perf_counter()
    type1, held = {}, []
    for number, kind in enumerate(KINDS):
        found = [_looked(kind, 0.0, [options.seed, at, number]) for at in range(draws)]
        said = sum(map(_said, found))
        low, high = binomtest(said, draws).proportion_ci(method="exact")
        type1[kind] = {
            "rate": round(said / draws, 3),
            "low": round(float(low), 3),
            "high": round(float(high), 3),
            "naive": round(_naive(found), 3),
        }
        if kind != "anticipation":
            held += [_holds(one, 0.0) for one in found]
    seconds = (time.perf_counter() - begin) / draws / len(KINDS)
    weeks, held_true = _detected(draws // 2, options.seed)
    return {
        "anytime_type1": type1,
        "anytime_draws": draws,
        "anytime_cover": round(float(np.mean(held)), 3),
        "anytime_cover_true": round(float(np.mean(held_true)), 3),
        "weeks_to_detect": weeks,
        "frontex_said": _frontex(data / "flows" / "frontex_monthly.csv"),
        "sequential_s": round(seconds, 3),
    }


def _looked(kind: str, change: float, seed: list[int]) -> Looks:
    world: World = made(np.random.default_rng([*seed, _WEEKS]), kind, change, _WEEKS)
    weeks = np.arange(world.days.shape[1]) // 7
    within = within_periods(world.days, world.weather_days, weeks, world.start, weeks[-1] + 1)
    found = looks(
        Design(
            world.counts, 0, tuple(range(1, DONORS + 1)), (DONORS + 1,), world.weather,
            world.start, world.start + _WEEKS, 365.25 / 7, within,
        )
    )  # fmt: skip
    assert found is not None
    return found


def _said(found: Looks) -> bool:
    return bool(found.e_value.max() >= ENOUGH)


def _naive(found: list[Looks]) -> float:
    """How often any week is beyond what one world in twenty of its kind is in that week."""
    off = np.abs([np.log(_so_far(one.actual) / _so_far(one.expected)) for one in found])
    return float((off > np.quantile(off, 0.95, axis=0)).any(axis=1).mean())


def _so_far(counts: np.ndarray) -> np.ndarray:
    return np.cumsum(counts) / np.arange(1, counts.size + 1) + 1.0


def _holds(found: Looks, change: float) -> bool:
    true = np.log1p(change)
    return bool(((found.low <= true + 1e-9) & (true <= found.high + 1e-9)).all())


def _detected(draws: int, seed: int) -> tuple[dict[str, Any], list[bool]]:
    """Worlds in which the operation did something."""
    weeks, held = {}, []
    for change in _CHANGES:
        found = [_looked("together", change, [seed, at, 99]) for at in range(draws)]
        when = [int(np.argmax(one.e_value >= ENOUGH)) + 1 if _said(one) else _WEEKS + 1
                for one in found]  # fmt: skip
        middle = float(np.median(when))
        weeks[f"{change:.0%}"] = {
            "share": round(float(np.mean(list(map(_said, found)))), 3),
            "median_weeks": middle if middle <= _WEEKS else None,
        }
        held += [_holds(one, change) for one in found]
    return weeks, held


def _frontex(path: Path) -> dict[str, str | None]:
    picture, routes = monthly(path), {"statement": _AEGEAN, "corridor": _BALKAN}
    said = {}
    for name, start in (("statement", "2016-04"), ("corridor", "2016-03")):
        others = "|".join({_AEGEAN, _BALKAN, _CENTRAL} - {routes[name]})
        asked = {"treated": routes[name], "start": start, "end": "2016-12", "exclude": others}
        said[name] = analyse(picture, "impact.sequential", asked).certificate["said_on"]
    return said
