"""Orders: text in a report that speaks to whoever reads it, or to the system, and not of the trade.

Such text is read like any other: it changes nothing, and what it says waits as a proposal. Who
decides on that proposal is told that the text gives orders.
"""

from headwater.intake.reading.passage import Span
from headwater.intake.reading.phrases import find_phrases


def orders(text: str) -> list[Span]:
    """Where a text gives orders to its reader, in whatever language."""
    return [one.span for one in find_phrases(text, "order_words.csv", "")]
