"""Who runs it, not who is seen most."""

from headwater.analysis.organisers import ranking

__all__ = ["ranking"]
