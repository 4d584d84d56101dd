"""Dangers: words of a text that tell that a life is at risk now.

They are looked for in every language at once and before anything is decided: a false alarm costs
a look, one that is missed may cost a life. Nothing is proposed from them. Whether it is denied or
long past is not read; who raises the alarm looks at how old the report is.
"""

from typing import NamedTuple

from headwater.intake.reading.passage import Span
from headwater.intake.reading.phrases import find_phrases


class Danger(NamedTuple):
    """Words that tell of a danger to life.

    Attributes:
        kind: What threatens: sinking, distress, suffocation, cold, thirst, injury or violence.
        span: Where they stand.
    """

    kind: str
    span: Span


def dangers(text: str) -> list[Danger]:
    """What a text tells of lives at risk, in whatever language. Cost: linear in the text."""
    return [
        Danger(one.row["danger"], one.span) for one in find_phrases(text, "danger_words.csv", "")
    ]
