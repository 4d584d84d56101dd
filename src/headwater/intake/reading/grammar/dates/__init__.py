"""Dates: as written, day first; words like "yesterday" against the report's date.

A day that does not exist (31.11.), or is not the day of the week that the text says, is left as
text; nothing is guessed. What the text leaves open ("early March") becomes a span of days.
"""

from headwater.intake.reading.grammar.dates.finding import births, dates
from headwater.intake.reading.grammar.dates.reading import Dated

__all__ = ["Dated", "births", "dates"]
