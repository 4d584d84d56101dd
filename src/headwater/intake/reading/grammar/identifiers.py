"""Identifiers: phones, plates, documents, account names, coordinates."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from headwater.intake.reading.passage import Passage, Span

_PHONE = re.compile(r"(?<![\w+.])(?:\+|00)[1-9٠-٩](?:[ ()./-]{0,2}\d){7,13}(?!\d)")
_NATIONAL = re.compile(r"(?<![\w+./-])0\d(?:[ ()/-]{0,2}\d){6,9}(?!\d|[./-]\d)")
_MINUS = re.compile(r"[ ()./-]")
_COORDINATES = re.compile(
    r"(?<![\d.])([+-]?\d{1,2}\.\d{3,8})\s?°?\s?([NS]?)[,;\s]\s?([+-]?\d{1,3}\.\d{3,8})\s?°?\s?([EW]?)(?![\d.])"
)
_HANDLE = re.compile(r"(?<![\w@.])@([A-Za-z0-9_][A-Za-z0-9_.]{2,30})(?<!\.)(?![\w@])")
_NUMBER_AFTER = re.compile(r"\s?[:#]?\s?((?=[A-Z0-9]*\d{4})[A-Z0-9]{6,12})\b")
_PLATE_CUE = re.compile(
    r"[Pp]late|[Tt]arg|[Tt]ablic|[Oo]znak|[Rr]egistr|[Tt]abel|[Тт]аблиц|[Оо]знак|[Рр]егистр|[Нн]омер|[Рр]ег\."
)
_DIGIT = re.compile(r"\d\d")
_PLATE_LOOK = 60

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
# Of a shape used in the region and far off, a text in a language of the region means ours.
_FAR, _WESTERN = {"FR", "GB", "DE"}, {"", "de", "en", "fr"}
# Shapes of number plates by country; letters as the country stamps them.
_PLATES = tuple(
    (country, re.compile(rf"(?<![\w-])(?:{shape})(?![\w-])"))
    for country, shape in (
        ("RS", rf"(?:{_SERBIAN})[ -]?\d{{3,5}}[ -][A-ZČĆŽŠĐ]{{2}}"),
        ("BA", r"[AEJKMOT]\d{2}[ -][AEJKMOT][ -]\d{3}"),
        ("ME", r"[A-Z]{2}[ -][A-Z]{2}\d{3}"),
        ("MK", rf"(?:{_MACEDONIAN})[ -]\d{{4}}[ -][A-Z]{{2}}"),
        ("XK", r"0[1-7][ -]\d{3}[ -][A-Z]{2}"),
        ("AL", r"A[A-Z] ?\d{3} ?[A-Z]{2}"),
        ("HR", rf"(?:{_CROATIAN})[ -]\d{{3,4}}[ -][A-ZČĆŽŠĐ]{{1,2}}"),
        ("HU", r"[A-Z]{2} [A-Z]{2}-\d{3}|[A-Z]{3}-\d{3}"),
        (
            "BG",
            r"[ABEKMHOPCTYX]{1,2} ?\d{4} ?[ABEKMHOPCTYX]{2}|"
            r"[АВЕКМНОРСТУХ]{1,2} ?\d{4} ?[АВЕКМНОРСТУХ]{2}",
        ),
        ("TR", r"(?:0[1-9]|[1-7]\d|8[01]) [A-Z]{1,3} \d{2,4}"),
        ("FR", r"[A-Z]{2}-\d{3}-[A-Z]{2}"),
        ("GB", r"[A-Z]{2}\d{2} ?[A-Z]{3}"),
        ("DE", r"[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}"),
    )
)


class Identifier(NamedTuple):
    """An identifier in a text.

    Attributes:
        kind: `phone`, `plate`, `passport`, `idcard`, `handle` or `coordinates`.
        value: Normalised: E.164 for phones, capitals without spaces for plates and documents,
            `latitude,longitude` in degrees for coordinates.
        span: Where it stands.
        detail: Country of a plate, platform of an account; empty where not known.
    """

    kind: str
    value: str
    span: Span
    detail: str = ""


def identifiers(passage: Passage, region: str = "") -> list[Identifier]:
    """All identifiers of a passage, in order; each uses its span up.

    Args:
        passage: The passage.
        region: ISO 3166 code of the country whose national phone numbers may be read; without it
            only numbers in international form are.
    """
    found: list[Identifier] = []
    for one in (
        *_coordinates(passage),
        *_phones(passage, region),
        *_plates(passage),
        *_documents(passage),
        *_handles(passage),
    ):
        if passage.free(*one.span):
            passage.take(one.span)
            found.append(one)
    return sorted(found, key=lambda one: one.span)


def _phones(passage: Passage, region: str) -> Iterator[Identifier]:
    text = passage.text
    shapes = [(_PHONE, "")] if "+" in text or "00" in text else []
    if region:
        shapes.append((_NATIONAL, region))
    for shape, country in shapes:
        for match in shape.finditer(text):
            value = _e164(match[0], country)
            if value:
                yield Identifier("phone", value, match.span())


def _e164(written: str, region: str) -> str:
    """The number as E.164, or empty where no such number can exist."""
    import phonenumbers

    digits = _MINUS.sub("", written)
    international = "+" + digits[2:] if digits.startswith("00") else digits
    try:
        number = phonenumbers.parse(international, region or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _plates(passage: Passage) -> Iterator[Identifier]:
    """Plates close to a word for plate or vehicle; the country where only one fits."""
    for window in _plate_windows(passage):
        countries: dict[Span, list[str]] = {}
        for country, shape in _PLATES:
            for match in shape.finditer(passage.text, *window):
                countries.setdefault(match.span(), []).append(country)
        for span, fitting in sorted(countries.items(), key=lambda pair: (pair[0][0], -pair[0][1])):
            value = re.sub(r"[ -]", "", passage.text[slice(*span)])
            if passage.language not in _WESTERN and set(fitting) - _FAR:
                fitting = [country for country in fitting if country not in _FAR]
            yield Identifier("plate", value, span, fitting[0] if len(fitting) == 1 else "")


def _plate_windows(passage: Passage) -> Iterator[Span]:
    starts = [hit.start for hit in passage.hits("article") if hit.value == "vehicles"]
    starts += [match.start() for match in _PLATE_CUE.finditer(passage.text)]
    for start in sorted(starts):
        window = (max(0, start - 15), min(len(passage.text), start + _PLATE_LOOK))
        if _DIGIT.search(passage.text, *window):
            yield window


def _documents(passage: Passage) -> Iterator[Identifier]:
    for kind in ("passport", "idcard"):
        for word in passage.hits(kind):
            match = _NUMBER_AFTER.match(passage.text, word.end)
            if match:
                yield Identifier(kind, match[1], match.span(1))


def _handles(passage: Passage) -> Iterator[Identifier]:
    if "@" not in passage.text:
        return
    for match in _HANDLE.finditer(passage.text):
        platforms = passage.hits("platform", passage.sentence_at(match.start()))
        value = platforms[0].value if len({p.value for p in platforms}) == 1 else ""
        yield Identifier("handle", match[1], match.span(), value)


def _coordinates(passage: Passage) -> Iterator[Identifier]:
    for match in _COORDINATES.finditer(passage.text):
        latitude, longitude = float(match[1]), float(match[3])
        latitude = -latitude if match[2] == "S" else latitude
        longitude = -longitude if match[4] == "W" else longitude
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            yield Identifier("coordinates", f"{latitude:g},{longitude:g}", match.span())
