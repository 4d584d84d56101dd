"""Passage: a stretch of text with its sentences and the words of the lexicon found in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from headwater.intake.reading.language import FAMILIES
from headwater.intake.reading.lexicon import Hit, scan

Span = tuple[int, int]

_NAMES = {"place": 0, "body": 0, "office": 0}
# An end of sentence, or of a line. The look-behind keeps "15. mart", "br. 7", "Mr. X" and "A. B."
# whole.
_BREAK = re.compile(r"(?:[.!?…]+[\"'”“»)\]]{0,3})(?=\s)|\n+|;(?=\s)")
_ABBREVIATIONS = frozenset(
    ["br", "mr", "mrs", "ms", "dr", "prof", "no", "nr", "tel", "ul", "sv", "st", "sgt", "insp", "gosp", "npr", "tzv", "zv", "god", "str", "dipl", "ing", "approx", "inc", "ltd", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "др", "бр", "г", "ул", "тел", "инж", "чл", "т", "н", "нпр", "тзв", "зв", "год", "гр", "p", "pp", "op", "cf", "art", "čl", "stav", "km", "h", "kg", "вул"]
)
_CLAUSE = re.compile(
    r"[,:;–—()]|\s-\s|\b(?:but|while|although|whereas|ali|dok|iako|али|док|но|додека|докато|por|ndërsa)\b"
)


class Passage:
    """A stretch of text as the grammar sees it.

    Attributes:
        text: The stretch.
        language: Its language, or empty.
        report_date: Date against which "yesterday" is read, or None.
        sentences: Spans of its sentences.
        names: Places, public bodies and offices; none overlaps another.
        taken: Spans that one reading has used up, so that no other reads them again.
        runs: Runs of capitalised words, by sentence, once they have been looked for.
    """

    def __init__(self, text: str, language: str, report_date: date | None) -> None:
        self.text = text
        self.language = language
        self.report_date = report_date
        self.sentences = list(sentences(text))
        hits = scan(text, FAMILIES.get(language, language) if language != "sr" else _script(text))
        self.names = _longest(hit for hit in hits if hit.kind in _NAMES)
        kinds: dict[str, list[Hit]] = {}
        for hit in hits:
            if hit.kind not in _NAMES:
                kinds.setdefault(hit.kind, []).append(hit)
        self._hits = {kind: _longest(iter(found)) for kind, found in kinds.items()}
        self.taken: list[Span] = []
        self.runs: dict[Span, list[Span]] = {}

    def hits(self, kind: str, span: Span | None = None) -> list[Hit]:
        """Words of a kind, in the whole passage or within a span."""
        found = self._hits.get(kind, [])
        if span is None or not found:
            return found
        first = bisect_left(found, (span[0],))
        last = bisect_left(found, (span[1],), lo=first)
        return found[first:last]

    def named(self, kind: str, span: Span) -> list[Hit]:
        """Places, bodies or offices within a span."""
        first = bisect_left(self.names, (span[0],))
        last = bisect_left(self.names, (span[1],), lo=first)
        return [hit for hit in self.names[first:last] if hit.kind == kind]

    def take(self, span: Span) -> None:
        """Use a span up."""
        self.taken.append(span)

    def free(self, start: int, end: int) -> bool:
        """Whether nothing there is used up."""
        return not any(start < other_end and other < end for other, other_end in self.taken)

    def sentence_at(self, position: int) -> Span:
        """The sentence in which a position lies."""
        index = bisect_left(self.sentences, (position + 1,)) - 1
        return self.sentences[max(index, 0)] if self.sentences else (0, len(self.text))

    def clause_at(self, position: int) -> Span:
        """The part of the sentence in which a position lies, from comma to comma."""
        start, end = self.sentence_at(position)
        for match in _CLAUSE.finditer(self.text, start, end):
            if match.end() <= position:
                start = match.end()
            elif match.start() > position:
                return start, match.start()
        return start, end


def sentences(text: str) -> Iterator[Span]:
    """Spans of the sentences of a text; a line is never joined to the next."""
    start = 0
    for match in _BREAK.finditer(text):
        end = match.end()
        if match[0][0] == "." and not _ends(text, match.start(), end):
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


_MONTHS = frozenset(
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "januar", "februar", "mart", "maj", "juni", "juli", "avgust", "septembar", "oktobar", "novembar", "decembar"]
)


def _trimmed(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _script(text: str) -> str:
    """Word list of a Serbian text: `sr` for Cyrillic, `sh` for Latin script."""
    cyrillic = sum("Ѐ" <= character <= "ӿ" for character in text[:400])
    return "sr" if 2 * cyrillic > sum(c.isalpha() for c in text[:400]) else "sh"


def _longest(hits: Iterator[Hit]) -> list[Hit]:
    """Leftmost first, of those the longest; what overlaps one that is kept is dropped."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end, h.kind, h.value)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
