"""business.squeeze: where pressure costs the trade most without costing lives."""

from headwater.analysis.business.squeeze.method import METHOD, run

__all__ = ["METHOD", "run"]
