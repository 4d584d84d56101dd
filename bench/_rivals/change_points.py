"""Change points as they are usually looked for: PELT (ruptures), and BOCPD at its usual setting.

Both look at the end of every month, as an officer would; a series is brought to mean 0 and
variance 1 by its first two years. PELT: shifts of the mean
(`l2`; the compiled version, kernel `linear`), a penalty of 2 log n (BIC for a shift of the
mean with known noise). BOCPD (Adams and MacKay 2007): hazard 1 in 100, Normal-Gamma prior
(0, 1, 1, 1); a run shorter than the series, begun at least two months ago, with more than one half
of the probability is an alarm. A series is
called once, so that a false alarm before its shift also costs the right one.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from _rivals.environment import answer_of

_PACKAGES = ("numpy", "scipy", "ruptures")
_SCRIPT = """
import json, sys
import numpy as np
import ruptures
from scipy.special import gammaln
first = 24
def pelt(series):
    for at in range(first, series.size):
        seen = series[: at + 1]
        cut = ruptures.KernelCPD(kernel="linear", min_size=2).fit(seen[:, None])
        found = cut.predict(pen=2 * np.log(seen.size))
        if len(found) > 1:
            return at
def bocpd(series):
    hazard = 0.01
    mean, weight, shape, rate = (np.array([v]) for v in (0.0, 1.0, 1.0, 1.0))
    run = np.array([1.0])
    for at, value in enumerate(series):
        wide = rate * (weight + 1) / (shape * weight)
        told = np.exp(gammaln(shape + 0.5) - gammaln(shape) - 0.5 * np.log(2 * shape * np.pi * wide)
                      - (shape + 0.5) * np.log1p((value - mean) ** 2 / (2 * shape * wide)))
        run = np.concatenate([[np.sum(run * told * hazard)], run * told * (1 - hazard)])
        run /= run.sum()
        away = value - mean
        mean = np.concatenate([[0.0], (weight * mean + value) / (weight + 1)])
        rate = np.concatenate([[1.0], rate + weight * away**2 / (2 * (weight + 1))])
        weight = np.concatenate([[1.0], weight + 1])
        shape = np.concatenate([[1.0], shape + 0.5])
        if at >= first and run[2 : at - 3].sum() > 0.5:
            return at
answer = {}
for name, rule in (("PELT (ruptures)", pelt), ("BOCPD", bocpd)):
    answer[name] = {}
    for kind, worlds in json.load(open(sys.argv[1])).items():
        answer[name][kind] = {}
        for noise, counts in worlds.items():
            called = []
            for one, held in enumerate(np.array(counts)):
                scaled = (held - held[:first].mean()) / max(held[:first].std(), 1e-9)
                at = rule(scaled)
                if at is not None:
                    called.append((one, at))
            answer[name][kind][noise] = called
print(json.dumps(answer))
"""


def change_points(worlds: Mapping[str, Any], place: Path, limit: int) -> dict[str, Any]:
    """For each rival, kind of world and noise the alarms: series and month.

    Args:
        worlds: By kind and noise the counts, series x months.
        place: Folder that keeps environments from run to run.
        limit: Seconds for each step.

    Raises:
        NotRun: If it cannot be installed, or fails.
    """
    return answer_of(_PACKAGES, _SCRIPT, worlds, place, limit)
