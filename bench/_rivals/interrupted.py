"""Effects as they are usually told: interrupted time series, and a structural counterfactual.

- `ols_hac`, `nb_hac`: the logarithm of counts by ordinary least squares, and counts by a negative
  binomial regression, on a trend, two yearly waves, the weather, the donors' mean and a step at the
  date; errors after Newey and West with 8 lags (statsmodels). An effect is a step with p below 5 %.
- `structural`: as CausalImpact does it (Brodersen and others 2015), by maximum likelihood: a level
  that wanders, the weather and every donor as regressors, fitted before the date
  (statsmodels UnobservedComponents); an effect is a mean since the date outside 95 % of 400
  simulated ones.
Each gets the same weekly worlds as ours.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from _rivals.environment import answer_of

_PACKAGES = ("numpy", "scipy", "pandas", "statsmodels")
_SCRIPT = """
import json, sys, warnings
import numpy as np
import statsmodels.api as sm
warnings.simplefilter("ignore")
def columns(world):
    counts, start = np.array(world["counts"]), world["start"]
    logs, weeks = np.log(counts + 1.0), np.arange(counts.shape[1])
    angle = 2 * np.pi * weeks / 52.18
    waves = [f(k * angle) for k in (1, 2) for f in (np.cos, np.sin)]
    step = (weeks >= start).astype(float)
    donors = logs[1:-1] - logs[1:-1, :start].mean(axis=1, keepdims=True)
    weather = np.array(world["weather"])
    return counts[0], logs[0], start, step, waves, weather, donors, weeks / len(weeks)
def ols_hac(world):
    _, y, _, step, waves, weather, donors, trend = columns(world)
    x = sm.add_constant(np.column_stack([step, trend, *waves, weather, donors.mean(axis=0)]))
    fit = sm.OLS(y, x).fit(cov_type="HAC", cov_kwds={"maxlags": 8})
    return fit.params[1], fit.pvalues[1]
def nb_hac(world):
    y, _, _, step, waves, weather, donors, trend = columns(world)
    x = sm.add_constant(np.column_stack([step, trend, *waves, weather, donors.mean(axis=0)]))
    first = sm.GLM(y, x, family=sm.families.Poisson()).fit()
    size = max(float((((y - first.mu) ** 2 - first.mu) / first.mu**2).mean()), 0.01)
    family = sm.families.NegativeBinomial(alpha=size)
    fit = sm.GLM(y, x, family=family).fit(cov_type="HAC", cov_kwds={"maxlags": 8})
    return fit.params[1], fit.pvalues[1]
def structural(world):
    _, y, start, _, _, weather, donors, _ = columns(world)
    x = np.column_stack([weather, donors.T])
    fit = sm.tsa.UnobservedComponents(y[:start], "llevel", exog=x[:start]).fit(disp=False)
    drawn = fit.simulate(len(y) - start, anchor="end", repetitions=400, exog=x[start:], rng=0)
    means = np.asarray(drawn).reshape(len(y) - start, -1).mean(axis=0)
    held = y[start:].mean()
    p = 2 * min((means >= held).mean(), (means <= held).mean())
    return held - means.mean(), p
answer = {}
for name, rule in (("ols_hac", ols_hac), ("nb_hac", nb_hac), ("structural", structural)):
    answer[name] = {}
    for kind, worlds in json.load(open(sys.argv[1])).items():
        called = {"fall": 0, "rise": 0, "failed": 0}
        for world in worlds:
            try:
                off, p = rule(world)
            except (ValueError, np.linalg.LinAlgError):
                called["failed"] += 1
                continue
            if p < 0.05:
                called["fall" if off < 0 else "rise"] += 1
        answer[name][kind] = called
print(json.dumps(answer))
"""


def interrupted(worlds: Mapping[str, Any], place: Path, limit: int) -> dict[str, Any]:
    """For each rival and kind of world how many effects it called, and in which direction.

    Args:
        worlds: By kind, worlds of counts (the last route is a displacement route), weather, start.
        place: Folder that keeps environments from run to run.
        limit: Seconds for each step.

    Raises:
        NotRun: If it cannot be installed, or fails.
    """
    return answer_of(_PACKAGES, _SCRIPT, worlds, place, limit)
