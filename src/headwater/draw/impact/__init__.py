"""Whether it worked, and what a look could show, as drawings."""

from headwater.draw.impact.effects import effect_told
from headwater.draw.impact.power import power_told

__all__ = ["effect_told", "power_told"]
