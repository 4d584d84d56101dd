"""Effects: what changed in a series since a date, against what would have been."""

from headwater.analysis.impact.effect.method import METHOD, run
from headwater.analysis.impact.effect.verdict import Verdict, verdict

__all__ = ["METHOD", "Verdict", "run", "verdict"]
