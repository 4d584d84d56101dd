"""Forecasts as libraries make them: statsforecast's automatic models, a structural model.

statsforecast: AutoARIMA, AutoETS and AutoTheta with a season of a week on the last two years, with
the library's own intervals as quantiles, not below zero (on logarithms they did worse in 2021).
statsmodels UnobservedComponents: local level, two waves of the year, an AR(1), on logarithms of the
last four years, with normal quantiles. Each is fitted anew at every origin.
"""

from pathlib import Path
from typing import Any

import numpy as np

from _rivals.environment import answer_of

_PACKAGES = ("numpy", "pandas", "scipy", "statsforecast", "statsmodels")
_SCRIPT = """
import json, sys, time, warnings
import numpy as np
import pandas as pd
from scipy.stats import norm
warnings.filterwarnings("ignore")
given = json.load(open(sys.argv[1]))
people, origins, levels = np.array(given["people"]), given["origins"], np.array(given["levels"])
steps = given["steps"]
from statsforecast import StatsForecast
from statsforecast.models import AutoARIMA, AutoETS, AutoTheta
from statsmodels.tsa.statespace.structural import UnobservedComponents
widths = [round(100 * (1 - 2 * q), 6) for q in levels if q < 0.5]
def automatic(values):
    models = [AutoARIMA(season_length=7, approximation=True),
              AutoETS(season_length=7), AutoTheta(season_length=7)]
    frame = pd.DataFrame({"unique_id": 0, "y": values,
                          "ds": pd.date_range("2000-01-01", periods=values.size)})
    told = StatsForecast(models=models, freq="D").forecast(df=frame, h=steps, level=widths)
    for model in models:
        name = type(model).__name__
        low = [told[f"{name}-lo-{w:g}"] if f"{name}-lo-{w:g}" in told else told[f"{name}-lo-{w}"]
               for w in widths]
        high = [told[f"{name}-hi-{w:g}"] if f"{name}-hi-{w:g}" in told else told[f"{name}-hi-{w}"]
                for w in widths]
        yield name, np.stack(low + high[::-1], axis=1)
def structural(values, before):
    angle = 2 * np.pi * np.arange(before, before + values.size + steps) / 365.25
    waves = np.column_stack([np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle)])
    model = UnobservedComponents(np.log1p(values), "llevel", autoregressive=1,
                                 exog=waves[: values.size])
    told = model.fit(disp=0, maxiter=100).get_forecast(steps, exog=waves[values.size :])
    spread = told.se_mean[:, None] * norm.ppf(levels)[None]
    return np.expm1(told.predicted_mean[:, None] + spread)
answer, seconds = {}, {}
def keep(name, quantiles):
    made = np.nan_to_num(np.maximum(quantiles, 0.0), posinf=1e9)
    answer.setdefault(name, []).append(np.sort(made, axis=1).round(2).tolist())
for origin in origins:
    past = people[max(0, origin + 1 - 730) : origin + 1]
    start = time.time()
    for name, quantiles in automatic(past):
        keep(name, quantiles)
    begin = max(0, origin + 1 - 1461)
    keep("UnobservedComponents of logarithms", structural(people[begin : origin + 1], begin))
    print(f"  origin {origin}: {time.time() - start:.1f} s", file=sys.stderr)
print(json.dumps(answer))
"""


def forecasts(given: dict[str, Any], place: Path, limit: int) -> dict[str, np.ndarray]:
    """Quantiles of every rival at every origin: origins x steps x levels.

    Args:
        given: people (one a day), origins, steps, levels.
        place: Folder that keeps environments from run to run.
        limit: Seconds for each step.

    Raises:
        NotRun: If it cannot be installed, or fails.
    """
    told = answer_of(_PACKAGES, _SCRIPT, given, place, limit)
    return {name: np.array(made) for name, made in told.items()}
