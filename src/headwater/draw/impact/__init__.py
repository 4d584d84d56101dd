"""Whether it worked, as drawings."""

from headwater.draw.impact.effects import effect_told

__all__ = ["effect_told"]
