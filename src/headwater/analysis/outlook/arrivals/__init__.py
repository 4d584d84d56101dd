"""Arrivals: the days and weeks to come as distributions, and the year against a threshold."""

from headwater.analysis.outlook.arrivals.counts import COUNTED, NOTHING, Counts, gather
from headwater.analysis.outlook.arrivals.method import METHOD, run
from headwater.analysis.outlook.arrivals.year import PATHS, THRESHOLD, Year, drawn_year, told_total

__all__ = [
    "COUNTED",
    "METHOD",
    "NOTHING",
    "PATHS",
    "THRESHOLD",
    "Counts",
    "Year",
    "drawn_year",
    "gather",
    "run",
    "told_total",
]
