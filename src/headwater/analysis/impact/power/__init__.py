"""Power: what a look could show, before an operation begins."""

from headwater.analysis.impact.power.method import METHOD, digest, run

__all__ = ["METHOD", "digest", "run"]
