"""Passage: a stretch of text with its sentences and the words of the lexicon found in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from headwater.intake.reading.language import FAMILIES
from headwater.intake.reading.lexicon import Hit, scan
from headwater.intake.reading.names import word_set

Span = tuple[int, int]
Word = tuple[int, int, str]
"""First character, one past the last, and the word."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*")

_NAMES = {"place": 0, "body": 0, "office": 0}
# An end of sentence, or of a line. The look-behind keeps "15. mart", "br. 7", "Mr. X" and "A. B."
# whole.
_BREAK = re.compile(r"(?:[.!?…]+[\"'”“»)\]]{0,3})(?=\s)|\n+")
_ABBREVIATIONS = word_set("abbreviations")
# A day and nothing else but words that lead to one: "Dana 20.11.2026.", "U noći 11/12.05.2026.".
_DAY = re.compile(
    r"\s*(?P<lead>(?:[^\W\d_]+,?\s){0,4})\d{1,2}(?:\.?\s?[/–-]\s?\d{1,2})?"
    r"(?:\.\s?\d{1,2}\.|\.?\s[^\W\d_]{3,})\s?\d{4}"
)
_DATE_LEADS = word_set("date_leads")
_CYRILLIC, _LATIN = re.compile("[Ѐ-ӿ]"), re.compile("[A-Za-z]")
_CLAUSE = re.compile(
    r"[:;–—()]|,(?!\d)|\s-\s|\b(?:but|while|although|whereas|ali|dok|iako|али|док|но|додека|докато|por|ndërsa)\b"
)


class Passage:
    """A stretch of text as the grammar sees it.

    Attributes:
        text: The stretch.
        language: Its one language, or empty.
        report_date: Date against which "yesterday" is read, or None.
        sentences: Spans of its sentences.
        names: Places, public bodies and offices; none overlaps another.
        kinds_at: Kinds of words that begin at a position.
        runs: Runs of capitalised words, by sentence, once they have been looked for.
    """

    def __init__(
        self,
        text: str,
        language: str,
        report_date: date | None,
        spans: list[Span] | None = None,
    ) -> None:
        self.text = text
        self.language = language
        self.report_date = report_date
        self.sentences = list(sentences(text)) if spans is None else spans
        self._clauses: dict[Span, list[Span]] = {}
        hits = scan(text, _words_of(text, language))
        hits.sort(key=_longest_first)
        self.names = _apart([hit for hit in hits if hit.kind in _NAMES])
        kinds: dict[str, list[Hit]] = {}
        self.kinds_at: dict[int, set[str]] = {}
        for hit in hits:
            if hit.kind not in _NAMES:
                kinds.setdefault(hit.kind, []).append(hit)
                self.kinds_at.setdefault(hit.start, set()).add(hit.kind)
        self._official = bytearray(len(text))
        for hit in self.names:
            if hit.kind != "place":
                self._official[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
        self._hits = {kind: _apart(found) for kind, found in kinds.items()}
        self._taken = bytearray(len(text))
        self.runs: dict[Span, list[Span]] = {}

    @cached_property
    def lowered(self) -> str:
        """The text in small letters; positions may differ."""
        return self.text.lower()

    @cached_property
    def words(self) -> list[Word]:
        """All words, parts joined by a hyphen or an apostrophe as one; cut once for all who ask."""
        return [(match.start(), match.end(), match[0]) for match in _WORD.finditer(self.text)]

    def words_in(self, span: Span) -> list[Word]:
        """The words of a sentence."""
        words = self.words
        first = bisect_left(words, (span[0],))
        return words[first : bisect_left(words, (span[1],), lo=first)]

    def hits(self, kind: str, span: Span | None = None) -> list[Hit]:
        """Words of a kind, in the whole passage or within a span."""
        found = self._hits.get(kind)
        if found is None:  # as for most kinds
            return []
        if span is None or (span[0] <= found[0].start and found[-1].start < span[1]):
            return found
        first = bisect_left(found, (span[0],))
        return found[first : bisect_left(found, (span[1],), lo=first)]

    def named(self, kind: str, span: Span) -> list[Hit]:
        """Places, bodies or offices within a span."""
        first = bisect_left(self.names, (span[0],))
        last = bisect_left(self.names, (span[1],), lo=first)
        return [hit for hit in self.names[first:last] if hit.kind == kind]

    def official(self, position: int) -> bool:
        """Whether a public body or an office stands there."""
        return bool(self._official[position])

    def take(self, span: Span) -> None:
        """Use a span up."""
        self._taken[span[0] : span[1]] = b"\x01" * (span[1] - span[0])

    def free(self, start: int, end: int) -> bool:
        """Whether nothing there is used up."""
        return self._taken.find(1, start, end) < 0

    def sentence_at(self, position: int) -> Span:
        """The sentence in which a position lies."""
        if len(self.sentences) < 2:
            return self.sentences[0] if self.sentences else (0, len(self.text))
        return self.sentences[max(bisect_left(self.sentences, (position + 1,)) - 1, 0)]

    def clause_at(self, position: int) -> Span:
        """The part of the sentence in which a position lies, from comma to comma."""
        sentence = self.sentence_at(position)
        if sentence not in self._clauses:
            marks = [match.span() for match in _CLAUSE.finditer(self.text, *sentence)]
            starts = [sentence[0], *(end for _, end in marks)]
            ends = [*(start for start, _ in marks), sentence[1]]
            self._clauses[sentence] = list(zip(starts, ends, strict=True))
        clauses = self._clauses[sentence]
        return next((one for one in clauses if position <= one[1]), clauses[-1])


def sentences(text: str) -> Iterator[Span]:
    """Spans of the sentences of a text; a line is never joined to the next."""
    start = 0
    for match in _BREAK.finditer(text):
        end = match.end()
        dot = match.start()
        if match[0][0] == "." and (not _ends(text, dot, end) or _leads(text, start, dot)):
            continue
        if text[start:end].strip():
            yield _trimmed(text, start, end)
        start = end
    if text[start:].strip():
        yield _trimmed(text, start, len(text))


def _ends(text: str, dot: int, end: int) -> bool:
    """Whether a full stop ends the sentence, rather than an ordinal or an abbreviation."""
    first = dot
    while first > 0 and dot - first < 12 and text[first - 1].isalnum():
        first -= 1
    word = text[first:dot].lower()
    following = text[end : end + 40].lstrip()
    if not following:
        return True
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if word.isdigit() and len(word) <= 2:
        return following[0].isupper() and following.split(maxsplit=1)[0].lower() not in _MONTHS
    return not following[0].islower()


_MONTHS = word_set("months_capitalised")


def _leads(text: str, start: int, dot: int) -> bool:
    """Whether nothing but a day stands before a full stop: that of what the next words tell."""
    day = _DAY.fullmatch(text, start, dot) if text[dot - 4 : dot].isdecimal() else None
    return day is not None and all(
        word.strip(",").lower() in _DATE_LEADS for word in day["lead"].split()
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _words_of(text: str, language: str) -> str:
    """The word lists a text is read with: `sr` is Serbian in Cyrillic, `sh` in Latin letters."""
    family = FAMILIES.get(language, language)
    if family != "sh":
        return family
    looked_at = text[:400]
    return "sr" if len(_CYRILLIC.findall(looked_at)) > len(_LATIN.findall(looked_at)) else "sh"


def _longest_first(hit: Hit) -> tuple[int, int, str, str]:
    return hit.start, -hit.end, hit.kind, hit.value


def _apart(hits: list[Hit]) -> list[Hit]:
    """Hits in order, the longest of a place first; what overlaps one that is kept is dropped."""
    kept: list[Hit] = []
    free = 0
    for hit in hits:
        if hit.start >= free:
            kept.append(hit)
            free = hit.end
    return kept
