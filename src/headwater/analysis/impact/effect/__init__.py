"""Effects: what changed in a series since a date, against what would have been."""

from headwater.analysis.impact.effect.method import METHOD, run
from headwater.analysis.impact.effect.verdict import LEAST_PLACEBOS, MOST_FALSE, Verdict, verdict

__all__ = ["LEAST_PLACEBOS", "METHOD", "MOST_FALSE", "Verdict", "run", "verdict"]
