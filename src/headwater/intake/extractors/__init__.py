"""Extractors: other programs that find names in a text; off unless a person asks for one.

Whatever they return is checked word by word: what does not stand in the text is not taken. It comes
in as proposals that a person reads, marked as an assessment. Events, numbers and dates are read by
our own grammar alone.
"""

from headwater.intake.extractors.choice import ExtractorChoice
from headwater.intake.extractors.suggestion import Extractor, Suggestion
from headwater.intake.extractors.verbatim import checked

__all__ = ["Extractor", "ExtractorChoice", "Suggestion", "checked"]
