"""Which part each person plays, from what they are shown to do and to control."""

from headwater.analysis.organisers.roles.method import METHOD, run

__all__ = ["METHOD", "run"]
