"""The ledger: disruptions, each counted once, with what they changed."""

from headwater.analysis.impact.ledger.method import METHOD, run

__all__ = ["METHOD", "run"]
