"""Phones: international numbers, and national ones of the country the language or caller hints."""

import re
from collections.abc import Iterator
from functools import lru_cache

from headwater.intake.reading.grammar.identifiers.accounts import platform_before
from headwater.intake.reading.grammar.identifiers.identifier import Identifier, ascii_digits
from headwater.intake.reading.grammar.vocabulary import Terms
from headwater.intake.reading.passage import Passage, Span

_INTERNATIONAL = re.compile(
    r"(?:\+(?<![\w+.].)|(?:00|٠٠|۰۰)(?<![\w+.]..))"
    r"\s?[1-9١-٩۱-۹](?:[ ()./\u00a0-]{0,3}\d){6,14}(?!\d)"
)
_NATIONAL = re.compile(
    r"(?<![\w+./:-])[(]?[0٠۰][1-9١-٩۱-۹](?:[ ()/\u00a0-]{0,2}\d){5,10}(?!\w|[.:]\d|[/-]\d)"
)
_NO_TRUNK = re.compile(r"(?<![\w+./:-])[1-9](?:[ -]?\d){8,13}(?!\w|[.:/-]\d)")
_TRUNK = re.compile(r"\(0\)")
_MINUS = re.compile(r"[ ()./\u00a0-]")
_DATE = re.compile(r"\d{1,2}[ /-]\d{1,2}[ /-](?:19|20)?\d\d")
_REGIONS = {
    "sr": ("RS",), "hr": ("HR",), "bs": ("BA",), "cnr": ("ME",), "mk": ("MK",), "bg": ("BG",),
    "sq": ("AL", "XK"), "tr": ("TR",), "el": ("GR",), "fa": ("IR",), "ps": ("AF",), "en": ("GB",),
    "fr": ("FR",), "de": ("DE",),
}  # fmt: skip
_CUE = 26


def phones(passage: Passage, items: Terms, region: str) -> Iterator[Identifier]:
    """The phones of a passage; a national number is read only where one country fits."""
    text = passage.text
    if "+" in text or "00" in text or "٠٠" in text or "۰۰" in text:
        for match in _INTERNATIONAL.finditer(text):
            value = _e164(match[0], "")
            if value:
                yield _phone(items, value, match.span())
    if not items.hits("phone") and not items.hits("platform"):
        return
    regions = (region,) if region else _REGIONS.get(passage.language, ())
    for shape in (_NATIONAL, _NO_TRUNK):
        for match in shape.finditer(text):
            value = _national(items, match, regions, with_code=shape is _NO_TRUNK)
            if value:
                yield _phone(items, value, _whole(match))


def _phone(items: Terms, value: str, span: Span) -> Identifier:
    return Identifier("phone", value, span, platform_before(items, span))


def _whole(match: re.Match[str]) -> Span:
    """The match without a bracket that it opens and does not close."""
    opened = match[0].startswith("(") and ")" not in match[0]
    return match.start() + opened, match.end()


def _national(
    items: Terms, match: re.Match[str], regions: tuple[str, ...], *, with_code: bool
) -> str:
    """The number as E.164 where a word for a phone stands before it and one country fits."""
    if _DATE.fullmatch(ascii_digits(match[0])):
        return ""
    near = (max(0, match.start() - _CUE), match.start())
    if not items.hits("phone", near) and not items.hits("platform", near):
        return ""
    if with_code:
        value = _e164("+" + match[0], "", valid=True)
        if value:
            return value
    fitting = {value for one in regions if (value := _e164(match[0], one, valid=True))}
    return fitting.pop() if len(fitting) == 1 else ""


@lru_cache(8192)
def _e164(written: str, region: str, *, valid: bool = False) -> str:
    """The number as E.164, or empty where no such number can exist."""
    import phonenumbers

    digits = _MINUS.sub("", _TRUNK.sub("", ascii_digits(written)))
    international = "+" + digits[2:] if digits.startswith("00") else digits
    try:
        number = phonenumbers.parse(international, region or None)
    except phonenumbers.NumberParseException:
        return ""
    fits = phonenumbers.is_valid_number if valid else phonenumbers.is_possible_number
    if not fits(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
