"""Risk: danger to life on each leg and in each season."""

from headwater.analysis.routes.risk.method import METHOD, run

__all__ = ["METHOD", "run"]
