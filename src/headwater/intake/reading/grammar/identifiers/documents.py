"""Documents and devices: what stands behind a word that says what it is."""

import re
from collections.abc import Callable, Iterator

from headwater.intake.reading.grammar.identifiers import checks
from headwater.intake.reading.grammar.identifiers.identifier import Identifier, ascii_digits
from headwater.intake.reading.grammar.vocabulary import Terms
from headwater.intake.reading.lexicon import Hit

_LEAD = (
    r"\s?(?i:(?:is|je|е|është|with|numbered|no|nr|br|бр|номер|број|broj|numër|number|شماره|رقم)\b"
    r"[.:]?\s?){0,2}[.:#№°]{0,2}\s?"
)
_NUMBER = re.compile(
    rf"{_LEAD}((?=[A-ZА-Я0-9 -]*\d{{4}})[A-ZА-Я]{{0,3}}[ -]?\d[A-Z0-9]{{4,13}}(?:/\d{{1,4}})?"
    r"|(?=(?:[A-Z]*\d){3})[A-Z][A-Z0-9]{8,10}|[٠-٩۰-۹]{6,12})(?!\w)"
)
_LONG = re.compile(rf"{_LEAD}([A-Z0-9](?:[ -]?[A-Z0-9]){{5,19}})(?!\w)")
_JMBG = re.compile(r"(?<![\w.,+/-])\d{13}(?!\w|[.,/-]\d)")
_ALBANIAN = re.compile(r"(?<!\w)[A-T]\d{8}[A-W](?!\w)")
_LONG_RUN = re.compile(r"\d{8}")
_PAPERS = {"passport", "idcard", "permit", "licence"}
_PERSONAL: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("JMBG", checks.jmbg),
    ("EGN", checks.egn),
    ("OIB", checks.oib),
    ("TCKN", checks.tckn),
)
_LENGTHS = {
    "imei": (14, 15, 16), "mmsi": (9,), "imo": (7,), "chassis": (17,), "personal": (10, 11, 13),
}  # fmt: skip
_FREE_LENGTH = {"hull": (12, 16), "engine_number": (6, 15)}


def documents(items: Terms) -> Iterator[Identifier]:
    """Documents, numbers of persons, and numbers of devices, ships and engines."""
    yield from _cued(items)
    if not _LONG_RUN.search(items.text):
        return
    for match in _JMBG.finditer(items.text):
        if checks.jmbg(ascii_digits(match[0])):
            yield Identifier("personal", ascii_digits(match[0]), match.span(), "JMBG")
    for match in _ALBANIAN.finditer(items.text):
        yield Identifier("personal", match[0], match.span(), "NID")


def _cued(items: Terms) -> Iterator[Identifier]:
    """What stands behind a word for it."""
    for cue in items.hits("cue"):
        if cue.value in _PAPERS:
            match = _NUMBER.match(items.text, cue.end)
            if match and any(character.isdigit() for character in match[1]):
                value = re.sub(r"[\s-]", "", ascii_digits(match[1])).upper()
                yield Identifier(cue.value, value, match.span(1), "")
        elif cue.value in _LENGTHS or cue.value in _FREE_LENGTH:
            yield from _numbered(items, cue)


def _numbered(items: Terms, cue: Hit) -> Iterator[Identifier]:
    match = _LONG.match(items.text, cue.end)
    if match is None:
        return
    value = re.sub(r"[ -]", "", ascii_digits(match[1]))
    lengths = _LENGTHS.get(cue.value)
    shortest, longest = _FREE_LENGTH.get(cue.value, (0, 0))
    if lengths is None:
        fits = shortest <= len(value) <= longest and sum(c.isdigit() for c in value) > 2
    else:
        fits = len(value) in lengths and (value.isdecimal() or cue.value == "chassis")
    if fits:
        yield Identifier(cue.value, value, match.span(1), _checked(cue.value, value))


def _checked(kind: str, value: str) -> str:
    """What the check digit says of a number."""
    if kind == "personal":
        named = next((name for name, check in _PERSONAL if check(value)), "")
        return named or "check digit wrong"
    wrong = (kind == "imei" and len(value) == 15 and not checks.luhn(value)) or (
        kind == "imo" and not checks.imo(value)
    )
    return "check digit wrong" if wrong else ""
