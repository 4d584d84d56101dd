"""Arrivals: the days and weeks to come as distributions, and the year against a threshold."""

from headwater.analysis.outlook.arrivals.method import METHOD, run

__all__ = ["METHOD", "run"]
