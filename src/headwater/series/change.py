"""Shifts in many series, called as soon as the evidence allows, with few false calls.

The evidence is a bet that is carried on (`evidence.py`), so looking every period is allowed
(Ville's inequality). Two promises are kept by it. Where nothing changes at all, hardly ever is
anything called: the bets on all series together must first win enough that something surely
changed. From then on e-BH across the series holds the share of false calls (Wang and Ramdas 2022).
"""

from typing import NamedTuple

import numpy as np

from headwater.series.baseline import Array
from headwater.series.discovery import e_bh
from headwater.series.evidence import Evidence


class Watch(NamedTuple):
    """How closely to watch.

    Attributes:
        level: Expected share of false calls allowed.
        a_year: Periods of a year.
        baseline: Most periods that make a baseline.
        least: Fewest known periods before a shift.
        back: A shift may have begun at most so many periods ago.
        quiet: Looks that the chance of any call where nothing changes is spread over.
        budget: Looks that the share of false calls is spread over.
    """

    level: float = 0.1
    a_year: float = 12.0
    baseline: int = 60
    least: int = 8
    back: int = 24
    quiet: float = 20.0
    budget: float = 4.5


class Alarm(NamedTuple):
    """A shift that was called.

    Attributes:
        series: Its series, from 0.
        since: The first period of the shift.
        called: The period whose count raised the alarm.
        begins: First period of the baseline it was held against.
        log_e: Natural logarithm of the e-value.
    """

    series: int
    since: int
    called: int
    begins: int
    log_e: float


def alarms(counts: Array, watch: Watch) -> list[Alarm]:
    """Look at the end of every period, with what was known by then, and call shifts.

    A shift is called when it has shown for two periods at the earliest. After an alarm a series
    begins anew with the shift.

    Args:
        counts: Series x periods; nan where there is no count.
        watch: How closely.
    """
    evidence = Evidence(counts, watch.a_year, watch.baseline, watch.least, watch.back)
    enough = np.log(watch.quiet * counts.shape[0] / watch.level)
    changed = False
    called: list[Alarm] = []
    for now in range(watch.least, counts.shape[1]):
        log_e, since = evidence.look(now)
        changed = changed or bool(np.logaddexp.reduce(log_e) >= enough)
        if not changed:
            continue
        log_e = log_e - np.log(watch.budget)
        past = np.array([alarm.log_e for alarm in called])
        chosen = np.flatnonzero(e_bh(np.concatenate([log_e, past]), watch.level)[: log_e.size])
        for one in chosen.tolist():
            begins = int(evidence.begins[one])
            called.append(Alarm(one, int(since[one]), now, begins, float(log_e[one])))
        if chosen.size:
            evidence.anew(chosen.tolist(), since[chosen].tolist())
    return called
