"""Who runs it, not who is seen most."""

from headwater.analysis.organisers import groups, ranking, sequence

__all__ = ["groups", "ranking", "sequence"]
