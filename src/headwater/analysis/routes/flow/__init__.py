"""Flows: how many people went over each leg, those that nobody watched included."""

from headwater.analysis.routes.flow.method import METHOD, run

__all__ = ["METHOD", "run"]
