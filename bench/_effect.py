"""Effects of dated operations: false alarms in worlds without any, power, coverage, two real dates.

Worlds: `_effect_worlds.py`. Figures:
- `type1`: by kind of world, share of verdicts fall or rise where the operation did nothing, of
  those not refused, with its 95 % binomial interval, and the share refused;
- `power`: share called a fall at -30 % over 12 weeks, with donors and the weather of days, and its
  95 % binomial interval; `power_single`: the same worlds from one weekly series and its weather,
  its threshold set so that it errs in exactly 5 % of them;
- `coverage95`: how often the interval holds the truth, with and without an effect;
- `frontex`: the EU-Turkey statement and the closing of the Balkan corridor: sign, and whether the
  published diversion to the Central Mediterranean (1,976 in nine months) lies in the interval;
- `rivals` with `--rivals`: what is usual (`_rivals/interrupted.py`) on the first draws of the same
  worlds: share of effects called where there is none, by kind, and power;
- `effect_s`, `effect_with_placebos_s`: seconds for one, through the method, on a daily file.
"""

import argparse
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from _effect_worlds import DONORS, KINDS, WINDOW, World, made
from _rivals.environment import NotRun
from _rivals.interrupted import interrupted
from _shift import monthly, picture_of
from scipy.stats import beta

from headwater.analysis import run as analyse
from headwater.analysis.impact.effect import verdict
from headwater.model import Finding
from headwater.series.counterfactual import Counterfactual, Design, counterfactual, within_periods

_A_YEAR = 365.25 / 7
_DIVERTED = 1976 / 9
_BALKAN = "Western Balkan Route land"
_AEGEAN = "Eastern Mediterranean Route sea"
_CENTRAL = "Central Mediterranean Route sea"


def run(data: Path, options: argparse.Namespace) -> dict[str, Any]:
    """All figures of the section."""
    draws = 40 if options.quick else 400
    answer = _type1(draws, options.seed) | _power(draws, options.seed)
    held = answer.pop("held_null") + answer.pop("held_fall")
    answer["coverage95"] = round(float(np.mean(held)), 3)
    answer |= {"frontex": _frontex(data / "flows" / "frontex_monthly.csv")} | _seconds()
    if options.rivals:
        answer |= {"rivals": _rivals(options, 20 if options.quick else 100)}
    return answer


def _rivals(options: argparse.Namespace, draws: int) -> dict[str, Any]:
    """Rivals on the first draws of each kind, and of those with an effect."""
    worlds = {
        kind: [_told_to_rivals(made(_draw(options.seed, at, kind), kind)) for at in range(draws)]
        for kind in KINDS
    }
    worlds["fall"] = [
        _told_to_rivals(made(np.random.default_rng([options.seed, at, 18]), "together", -0.3))
        for at in range(draws)
    ]
    try:
        found = interrupted(worlds, options.environments, options.limit)
    except NotRun as error:
        return {"not_run": str(error)}
    return {
        name: {
            "draws": draws,
            "type1": {kind: (told[kind]["fall"] + told[kind]["rise"]) / draws for kind in KINDS},
            "power": told["fall"]["fall"] / draws,
            "failed": sum(one["failed"] for one in told.values()),
        }
        for name, told in found.items()
    }


def _told_to_rivals(world: World) -> dict[str, Any]:
    return {
        "counts": world.counts.tolist(),
        "weather": world.weather[0].tolist(),
        "start": world.start,
    }


def _draw(seed: int, at: int, kind: str) -> np.random.Generator:
    return np.random.default_rng([seed, at, KINDS.index(kind)])


def compared(world: World, *, donors: bool = True) -> Counterfactual:
    """The comparison of a world by day; the last of its routes is the named one.

    Without donors it is that of one weekly series and its weather.
    """
    rows = tuple(range(1, DONORS + 1)) if donors else ()
    within = within_periods(
        world.days, world.weather_days, np.arange(world.days.shape[1]) // 7, world.start,
        world.counts.shape[1],
    )  # fmt: skip
    found = counterfactual(
        Design(
            world.counts, 0, rows, (DONORS + 1,) if donors else (), world.weather, world.start,
            world.start + WINDOW, _A_YEAR, within if donors else None,
        )
    )  # fmt: skip
    assert found is not None
    return found


def _type1(draws: int, seed: int) -> dict[str, Any]:
    type1, held = {}, []
    for kind in KINDS:
        words: Counter[str] = Counter()
        for at in range(draws):
            found = compared(made(_draw(seed, at, kind), kind))
            word = verdict(found, DONORS).word
            words[word] += 1
            if word != "refused" and kind != "anticipation":
                held.append(abs(found.change.error) <= found.change.reach)
        answered = draws - words["refused"]
        called = words["fall"] + words["rise"]
        low, high = binomial(called, answered)
        type1[kind] = {
            "rate": round(called / max(answered, 1), 3),
            "low": low,
            "high": high,
            "meets_3_to_7": low <= 0.07 and high >= 0.03,
            "refused": round(words["refused"] / draws, 3),
            "fell_before": round(words["fell_before"] / draws, 3),
        }
    return {"type1": type1, "draws": draws, "held_null": held}


def binomial(count: int, of: int) -> tuple[float, float]:
    """The exact 95 % interval of a share."""
    low = beta.ppf(0.025, count, of - count + 1) if count else 0.0
    high = beta.ppf(0.975, count + 1, of - count) if count < of else 1.0
    return round(float(low), 3), round(float(high), 3)


def _power(draws: int, seed: int) -> dict[str, Any]:
    called, held, null, alone = 0, [], [], []
    for at in range(draws):
        still = made(np.random.default_rng([seed, at, 17]), "together")
        null.append(_single(still))
        world = made(np.random.default_rng([seed, at, 18]), "together", -0.3)
        alone.append(_single(world))
        found = compared(world)
        word = verdict(found, DONORS).word
        called += word == "fall"
        if word != "refused":
            held.append(abs(found.change.error - np.log(0.7)) <= found.change.reach)
    threshold = np.quantile(np.abs(null), 0.95)
    single = float(np.mean(np.array(alone) < -threshold))
    return {
        "power": round(called / draws, 3),
        "power_interval": binomial(called, draws),
        "power_single": round(single, 3),
        "power_ratio": round(called / draws / max(single, 1e-9), 2),
        "held_fall": held,
    }


def _single(world: World) -> float:
    """The error of one series foretold from its own past and the weather, in its own size."""
    change = compared(world, donors=False)
    return change.change.error / change.stated


def _frontex(path: Path) -> dict[str, Any]:
    picture = monthly(path)
    statement = analyse(
        picture,
        "impact.effect",
        {"treated": _AEGEAN, "start": "2016-04", "end": "2016-12", "displacement": _CENTRAL,
         "exclude": _BALKAN},
    )  # fmt: skip
    corridor = analyse(
        picture,
        "impact.effect",
        {"treated": _BALKAN, "start": "2016-03", "end": "2016-12",
         "exclude": f"{_AEGEAN}|{_CENTRAL}"},
    )  # fmt: skip
    told = _told(statement)
    low, high = told["displaced_low"], told["displaced_high"]
    inside = low is not None and low <= _DIVERTED <= high
    return {"statement": told, "diversion_inside": inside, "corridor": _told(corridor)}


def _told(finding: Finding) -> dict[str, Any]:
    keys = ("effect", "low", "high", "share", "displaced", "displaced_low", "displaced_high",
            "p_placebo", "placebo_rate", "verdict")  # fmt: skip
    return {key: finding.rows[0][key] for key in keys}


def _seconds() -> dict[str, Any]:
    """One effect alone, and with all its placebos and donors left out in turn, on weekly counts."""
    world = made(np.random.default_rng(5), "together")
    begin = time.perf_counter()
    compared(world, donors=False)
    alone = time.perf_counter() - begin
    names = [f"route {at}" for at in range(len(world.counts))]
    weeks = [str(np.datetime64("2020-01-06") + 7 * at) for at in range(world.counts.shape[1])]
    picture = picture_of(names, weeks, world.counts)
    begin = time.perf_counter()
    analyse(picture, "impact.effect", {"treated": "route 0", "start": weeks[world.start]})
    everything = time.perf_counter() - begin
    return {"effect_s": round(alone, 3), "effect_with_placebos_s": round(everything, 3)}
