"""Shifts: where traffic changed, since when, and where it went."""

from headwater.analysis.routes.shift.counting import Counts, gather
from headwater.analysis.routes.shift.method import METHOD, run

__all__ = ["METHOD", "Counts", "gather", "run"]
