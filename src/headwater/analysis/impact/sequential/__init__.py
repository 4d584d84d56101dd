"""Looking every period: what may be said of an operation while it runs."""

from headwater.analysis.impact.sequential.method import METHOD, run

__all__ = ["METHOD", "run"]
