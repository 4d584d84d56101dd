"""Who runs it, not who is seen most."""

from headwater.analysis.organisers import groups, ranking

__all__ = ["groups", "ranking"]
