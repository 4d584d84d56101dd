"""Scenarios: the year under assumptions that the user names."""

from headwater.analysis.outlook.scenarios.method import METHOD, run

__all__ = ["METHOD", "run"]
