"""organisers.groups: groups and their overlaps over time, under names that last."""

from headwater.analysis.organisers.groups.method import METHOD, run

__all__ = ["METHOD", "run"]
