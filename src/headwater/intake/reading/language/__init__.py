"""Languages: which one a text, or each stretch of it, is in."""

from headwater.intake.reading.language.stretches import Stretch, identify, most_of, stretches
from headwater.intake.reading.language.tables import FAMILIES, small_word

__all__ = ["FAMILIES", "Stretch", "identify", "most_of", "small_word", "stretches"]
