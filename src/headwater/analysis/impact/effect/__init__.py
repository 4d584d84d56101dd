"""Effects: what changed in a series since a date, against what would have been."""

from headwater.analysis.impact.effect.method import METHOD, run

__all__ = ["METHOD", "run"]
