"""Whether it worked: what a dated operation changed, and what a look could show at all."""

from headwater.analysis.impact import effect, power, sequential

__all__ = ["effect", "power", "sequential"]
