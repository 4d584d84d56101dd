"""Borders: "near the Hungarian border", "to the border with Serbia"; an end of a way, but no point.

Whose border it is, is kept; where along it, no text says, and no place is made up for it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from headwater.intake.reading.names import bare, place, rows
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.routes.ways import Part, part, way_words

_LANGUAGES = ("en", "sh", "sr", "mk", "bg", "sq")
_FAMILY = {"hr": "sh", "bs": "sh", "cnr": "sh"}
# Police, posts and crossings on a border are no stretch of it.
_OF_OTHERS = (
    r"(?!['’]s|\s(?:police|guards?|patrols?|officers?|agents?|forces?|crossings?|posts?|controls?|"
    r"checks?|authorit\w+|service|town|village))"
)
_SLAVIC = {
    "sh": r"(?:državn\w{1,3}\s)?granic(?:a|e|i|u|om|ama)(?!\w)",
    "sr": r"(?:државн\w{1,3}\s)?границ(?:а|е|и|у|ом|ама)(?!\w)",
    "mk": r"(?:државната\s)?границ(?:а|ата|и|ите)(?!\w)",
    "bg": r"(?:държавната\s)?границ(?:а|ата|и|ите)(?!\w)",
}
# What stands before a country.
_WITH = {
    "en": re.compile(r"(?:the\s)?(?:border|frontier)\s(?:with|of|to)\s(?:the\s)?", re.IGNORECASE),
    "sh": re.compile(r"granic(?:a|e|i|u|om)\s(?:sa|s|prema)\s", re.IGNORECASE),
    "sr": re.compile(r"границ(?:а|е|и|у|ом)\s(?:са|с|према)\s", re.IGNORECASE),
    "mk": re.compile(r"границ(?:а|ата)\s(?:со|кон)\s", re.IGNORECASE),
    "bg": re.compile(r"границ(?:а|ата)\s(?:със|с|към)\s", re.IGNORECASE),
    "sq": re.compile(r"kufi\w{0,4}\sme\s", re.IGNORECASE),
}
_WORDS = ("border", "frontier", "granic", "границ", "kufi")
_LOOK = 60
_WORD = re.compile(r"[^\W\d_]+")
_ENDING = r"\w{0,4}"


class Border(NamedTuple):
    """A border as an end of a way.

    Attributes:
        span: Where its words stand.
        countries: ISO 3166 codes, sorted: of the country named, or of the two.
        part: What the words before it make of it.
    """

    span: Span
    countries: tuple[str, ...]
    part: Part


def borders(passage: Passage, span: Span) -> list[Border]:
    """The borders that a stretch of text names by their countries, in order."""
    if not any(word in passage.lowered for word in _WORDS):
        return []
    found = {one.span: one for one in (*_called(passage, span), *_with(passage, span))}
    kept: list[Border] = []
    for border in sorted(found.values(), key=lambda one: one.span):
        if not kept or kept[-1].span[1] <= border.span[0]:
            kept.append(border)
    return kept


def _called(passage: Passage, span: Span) -> Iterator[Border]:
    """ "The Hungarian border", "srpsko-mađarska granica", "kufiri serb"."""
    for language in _read_in(passage):
        phrase, known = _patterns()[language]
        for match in phrase.finditer(passage.text, *span):
            words = _WORD.findall(match[0].lower())
            countries = {code for word in words for stem, code in known if word.startswith(stem)}
            if countries:
                yield _border(passage, match.span(), countries)


def _with(passage: Passage, span: Span) -> Iterator[Border]:
    """ "The border with Hungary"."""
    for language in _read_in(passage):
        for match in _WITH[language].finditer(passage.text, *span):
            for hit in passage.named("place", (match.end(), match.end() + 1)):
                known = place(hit.value)
                if known and known.kind == "country":
                    yield _border(passage, (match.start(), hit.end), {known.country})


def _border(passage: Passage, span: Span, countries: set[str]) -> Border:
    begin = max(passage.sentence_at(span[0])[0], span[0] - _LOOK)
    before = _WORD.findall(passage.text[begin : span[0]].lower())[-8:]
    role = part(before, way_words(passage.language))
    return Border(span, tuple(sorted(countries)), role)


def _read_in(passage: Passage) -> tuple[str, ...]:
    language = _FAMILY.get(passage.language, passage.language)
    if not language:
        return _LANGUAGES
    return ("sh", "sr") if language in ("sh", "sr") else (language,) * (language in _LANGUAGES)


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], tuple[tuple[str, str], ...]]]:
    """By language: what a border's words look like, and whose each adjective is."""
    table = list(rows("border_words.csv"))
    made = {}
    for language in _LANGUAGES:
        stems = [
            (form.rstrip("*"), row["country"])
            for row in table
            for written in row[language].split("|")
            for form in dict.fromkeys((written, bare(written)))
        ]
        stems.sort(key=lambda one: -len(one[0]))
        adjective = "|".join(re.escape(stem) for stem, _ in stems)
        expression = _expression(language, f"(?:{adjective})")
        known = tuple((stem.lower(), code) for stem, code in stems)
        made[language] = re.compile(expression, re.IGNORECASE), known
    return made


def _expression(language: str, adjective: str) -> str:
    if language == "en":
        pair = rf"{adjective}(?:\s?[-–]\s?{adjective}|\sand\s{adjective})?"
        return rf"\b(?:the\s)?{pair}\s(?:land\s|state\s)?(?:border|frontier)s?\b{_OF_OTHERS}"
    pair = rf"{adjective}{_ENDING}(?:\s?[-–]\s?{adjective}{_ENDING})?"
    if language == "sq":
        return rf"\bkufi\w{{0,4}}\s(?:(?:i|e|të|së)\s)?{pair}(?!\w)"
    return rf"\b{pair}\s{_SLAVIC[language]}"
