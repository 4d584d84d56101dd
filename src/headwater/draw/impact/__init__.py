"""Whether it worked, and what a look could show, as drawings."""

from headwater.draw.impact.effects import effect_told
from headwater.draw.impact.ledger import ledger_told
from headwater.draw.impact.looks import looks_told
from headwater.draw.impact.power import power_told

__all__ = ["effect_told", "ledger_told", "looks_told", "power_told"]
