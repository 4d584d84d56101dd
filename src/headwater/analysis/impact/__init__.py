"""Whether it worked: what a dated operation changed, and what a look could show at all."""

from headwater.analysis.impact import effect, ledger, power, sequential

__all__ = ["effect", "ledger", "power", "sequential"]
