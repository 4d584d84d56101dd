"""Dangers: words of a text that tell that a life is at risk now.

They are looked for in every language at once and before anything is decided: a false alarm costs
a look, one that is missed may cost a life. Nothing is proposed from them. Whether it is long past
is not read; who raises the alarm looks at how old the report is.

What is plainly denied ("no danger to life") raises no alarm. A denial counts only where it stands
right at the danger, in words that are known to deny, and where nothing in the sentence leaves a
doubt: a condition, a contrast, somebody's word for it, a call for help. Where somebody is
threatened or held, no denial counts.
"""

import re
from typing import NamedTuple

from headwater.intake.reading.passage import Span
from headwater.intake.reading.phrases import Phrase, find_phrases

_KIN = {language: ("sh", "mk", "bg") for language in ("sh", "mk", "bg")}
_NEVER_DENIED = "violence"
_BETWEEN_SENTENCES = re.compile(r"(?<=\w\w\w\w[.!])\s|\n")  # not behind "Mr."
_LEFT_OPEN = re.compile(r"[?\"“”„«»]")


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
        Danger(one.row["danger"], one.span)
        for one in find_phrases(text, "danger_words.csv", "")
        if not _denied(text, one)
    ]


def _denied(text: str, danger: Phrase) -> bool:
    """Whether it is plain that there is no such danger; in doubt it is not."""
    if danger.row["danger"] == _NEVER_DENIED:
        return False
    first, last = _sentence(text, danger.span)
    sentence = _Sentence(text[first:last], danger.row["language"])
    start, end = (place - first for place in danger.span)
    return sentence.denies(start, end, danger.gap - first) and not sentence.leaves_open()


def _sentence(text: str, span: Span) -> Span:
    """The sentence around a span, rather too much of it than too little."""
    ends = [one.end() for one in _BETWEEN_SENTENCES.finditer(text)]
    first = max((end for end in ends if end <= span[0]), default=0)
    return first, min((end for end in ends if end >= span[1]), default=len(text))


class _Sentence:
    """A sentence that tells of a danger, read in the language of the danger and its kin."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._languages = _KIN.get(language, (language,))

    def _spans(self, file: str) -> list[Span]:
        found = (find_phrases(self._text, file, one) for one in self._languages)
        return [phrase.span for some in found for phrase in some]

    def denies(self, start: int, end: int, gap: int) -> bool:
        """Whether words of denial stand right before a danger, right behind it, or in its gap."""
        before, behind = self._spans("denial_before.csv"), self._spans("denial_behind.csv")
        own = (to for at, to in (*before, *behind) if start < to and at < end)
        if any(to != gap for to in own):
            return False  # "niko ne može da diše": the danger is told by a denial, and stands
        return any(self._adjoin(to, at) for _, to in before for at in (start, gap)) or any(
            self._adjoin(end, at) for at, _ in behind
        )

    def _adjoin(self, left: int, right: int) -> bool:
        """Whether nothing but blanks parts two places; the last word of a gap adjoins its end."""
        return left == right or (left < right and self._text[left:right].isspace())

    def leaves_open(self) -> bool:
        """Whether it asks, quotes, or holds a word that leaves a doubt."""
        return bool(_LEFT_OPEN.search(self._text) or self._spans("denial_doubts.csv"))
