"""organisers.robust_removal: whom to remove when ties are graded, some missing and some false."""

from headwater.analysis.organisers.robust.method import METHOD, run

__all__ = ["METHOD", "run"]
