"""Plates: shapes of number plates by country, close to a word for a plate or a vehicle."""

import re
from collections.abc import Iterator

from headwater.intake.reading.grammar.identifiers.identifier import Identifier
from headwater.intake.reading.grammar.vocabulary import Terms
from headwater.intake.reading.passage import Passage, Span

_LETTER_BY_DIGIT = re.compile(r"[A-ZČĆŽŠĐÄÖÜЀ-ЯΑ-Ω][ -]?\d|\d[ -]?[A-ZČĆŽŠĐЀ-ЯΑ-Ω]")
_BEFORE, _LOOK = 15, 60

# Towns' codes on plates that are told from each other by nothing else.
_SERBIAN = (
    "AL|AR|AC|BB|BG|BO|BP|BT|BU|BĆ|BČ|VA|VB|VL|VM|VP|VR|VŠ|GL|GM|DE|DJ|ZA|ZR|IN|IC|JA|KA|KG|KI|KL|"
    "KM|KO|KŠ|KV|KU|KŽ|LB|LE|LO|LU|NG|NI|NN|NP|NS|PA|PB|PE|PI|PK|PN|PO|PP|PR|PT|PŽ|RA|RU|SA|SC|SD|"
    "SJ|SM|SO|SP|ST|SU|SV|TO|TS|TT|ĆU|UB|UE|UR|ČA|ŠA|ŠI|ŠP|ŠD"
)
_MACEDONIAN = (
    "BE|BT|VE|VI|VV|GE|GV|DB|DE|DH|DK|KA|KI|KO|KP|KR|KS|KU|MB|MK|NE|OH|PE|PP|PS|RA|RE|SK|SN|SR|ST|SU|"
    "TE|VA|ŠT"
)
_CROATIAN = (
    "BJ|BM|ČK|DA|DE|DJ|DU|GS|IM|KA|KC|KR|KT|KŽ|MA|NA|NG|OG|OS|PU|PŽ|RI|SB|SK|SL|ST|ŠI|VK|VT|VU|VŽ|"
    "ZD|ZG|ŽU"
)
_ROMANIAN = (
    "AB|AR|AG|BC|BH|BN|BR|BT|BV|BZ|CS|CL|CJ|CT|CV|DB|DJ|GL|GR|GJ|HR|HD|IL|IS|IF|MM|MH|MS|NT|OT|PH|"
    "SM|SJ|SB|SV|TR|TM|TL|VS|VL|VN"
)
_LOOKALIKE = "ABEKMHOPCTYX"
# Of a shape used in the region and far off, a text in a language of the region means ours.
_FAR, _WESTERN = {"FR", "GB", "DE", "IT", "BE", "AT"}, {"", "de", "en", "fr"}
# Where a shape is that of two neighbours, a text means the country of its own language.
_OWN = {"hr": "HR", "mk": "MK", "sq": "AL", "bg": "BG", "tr": "TR", "el": "GR"}
# Shapes of number plates by country; letters as the country stamps them.
_SHAPES = (
    ("RS", rf"(?:{_SERBIAN})[ -]?\d{{3,5}}[ -][A-ZČĆŽŠĐ]{{2}}"),
    ("BA", r"[AEJKMOT]\d{2}[ -][AEJKMOT][ -]\d{3}"),
    ("ME", r"[A-Z]{2}[ -][A-Z]{2}\d{3}"),
    ("MK", rf"(?:{_MACEDONIAN})[ -]\d{{4}}[ -][A-Z]{{2}}"),
    ("XK", r"0[1-7][ -]\d{3}[ -][A-Z]{2}"),
    ("AL", r"A[A-Z] ?\d{3} ?[A-Z]{2}"),
    ("HR", rf"(?:{_CROATIAN})[ -]\d{{3,4}}[ -][A-ZČĆŽŠĐ]{{1,2}}"),
    ("SI", r"(?:LJ|MB|CE|KR|NM|GO|KP|MS|KK|SG|PO)[ -](?:[A-Z]{2}-\d{3}|\d{2}-[A-Z]{3})"),
    ("HU", r"[A-Z]{2} [A-Z]{2}-\d{3}|[A-Z]{3}-\d{3}"),
    ("BG", rf"[{_LOOKALIKE}]{{1,2}} ?\d{{4}} ?[{_LOOKALIKE}]{{2}}"),
    ("RO", rf"(?:B[ -]\d{{2,3}}|(?:{_ROMANIAN})[ -]\d{{2}})[ -][A-Z]{{3}}"),
    ("GR", r"[ABEZHIKMNOPTYX]{3}[ -]?\d{4}"),
    (
        "TR",
        r"(?:0[1-9]|[1-7]\d|8[01]) ?(?:[A-Z] ?\d{4,5}|[A-Z]{2} ?\d{3,4}|[A-Z]{3} ?\d{2,3})",
    ),
    ("FR", r"[A-Z]{2}-\d{3}-[A-Z]{2}"),
    ("IT", r"[A-HJ-NPR-TV-Z]{2} ?\d{3} ?[A-HJ-NPR-TV-Z]{2}"),
    ("GB", r"[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}"),
    ("BE", r"[12]-[A-Z]{3}-\d{3}"),
    ("AT", r"[A-Z]{1,2}-\d{2,5}[A-Z]{1,2}"),
    ("DE", r"[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}"),
)
_PLATES = tuple(
    (country, re.compile(rf"(?<![\w-])(?:{shape})(?![\w]|-\w)")) for country, shape in _SHAPES
)
# Letters that look the same in both alphabets, as Bulgaria stamps them and Greece uses them.
_SAME_LOOK = str.maketrans("АВЕКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXABEZHIKMNOPTYX")
_SOUND = str.maketrans("АБВГДЂЃЕЖЗЅИЈКЛМНОПРСТЋЌУФХЦЧШ", "ABVGDĐĐEŽZZIJKLMNOPRSTĆĆUFHCČŠ")
_SIGNS = re.compile(r"[ -]")
# What a plate is written with, and how much behind it tells that it ends there.
_RUN, _BEHIND = re.compile(r"[A-ZČĆŽŠĐÄÖÜ\d -]{4,}"), 2


def plates(passage: Passage, items: Terms) -> Iterator[Identifier]:
    """Plates close to a word for plate or vehicle; the country where only one fits."""
    for first, last in _windows(passage.text, _starts(passage, items)):
        sound, look = _stamped(passage.text[first:last], items.family)
        fitting = _fitting(sound, look)
        for (start, end), values in sorted(fitting.items(), key=lambda f: (f[0][0], -f[0][1])):
            country = _country(passage, list(values))
            value = values.get(country) or next(iter(values.values()))
            yield Identifier("plate", value, (first + start, first + end), country)


def _fitting(sound: str, look: str) -> dict[Span, dict[str, str]]:
    """The plates of each country, written together, by where they stand."""
    found: dict[Span, dict[str, str]] = {}
    runs = [(run.start(), run.end() + _BEHIND) for run in _RUN.finditer(sound)]
    seen = runs if sound is look else [(r.start(), r.end() + _BEHIND) for r in _RUN.finditer(look)]
    for country, shape in _PLATES:
        text, stretches = (look, seen) if country == "BG" else (sound, runs)
        for stretch in stretches:
            for match in shape.finditer(text, *stretch):
                found.setdefault(match.span(), {})[country] = _SIGNS.sub("", match[0])
    return found


def _stamped(text: str, family: str) -> tuple[str, str]:
    """A text with plates in Latin letters, letter for letter: by their sound, by their look."""
    if text.isascii():
        return text, text
    look = text.translate(_SAME_LOOK)
    return (text.translate(_SOUND) if family in ("sh", "mk") else look), look


def _country(passage: Passage, fitting: list[str]) -> str:
    if passage.language not in _WESTERN and set(fitting) - _FAR:
        fitting = [country for country in fitting if country not in _FAR]
    own = _OWN.get(passage.language)
    if own in fitting:
        return own
    return fitting[0] if len(fitting) == 1 else ""


def _starts(passage: Passage, items: Terms) -> list[int]:
    """Where words for plates, vehicles and their makes stand."""
    starts = {hit.start for hit in passage.hits("article") if hit.value == "vehicles"}
    starts |= {hit.start for hit in items.hits("cue") if hit.value == "plate"}
    starts |= {hit.start for hit in items.hits("make")}
    return sorted(starts)


def _windows(text: str, starts: list[int]) -> Iterator[Span]:
    """The stretches around such words, joined where they overlap, that a plate can stand in."""
    joined: list[list[int]] = []
    for start in starts:
        first, last = _whole(text, max(0, start - _BEFORE), min(len(text), start + _LOOK))
        if joined and first <= joined[-1][1]:
            joined[-1][1] = max(last, joined[-1][1])
        else:
            joined.append([first, last])
    for first, last in joined:
        if _LETTER_BY_DIGIT.search(text, first, last):
            yield first, last


def _whole(text: str, first: int, last: int) -> Span:
    """A stretch that cuts no plate in two."""
    least, most = max(0, first - _LOOK), min(len(text), last + _LOOK)
    while first > least and not text[first - 1].isspace():
        first -= 1
    while last < most and not text[last].isspace():
        last += 1
    return first, last
