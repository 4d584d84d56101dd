"""Identifier: a phone, plate, document or account as it is written, and in its normal form."""

from typing import NamedTuple

from headwater.intake.reading.passage import Span


class Identifier(NamedTuple):
    """An identifier in a text.

    Attributes:
        kind: `phone`, `email`, `handle`; `plate`; `passport`, `idcard`, `permit`, `licence`,
            `personal` (a national number of a person); `iban`, `wallet`; `imei`, `mmsi`, `imo`
            (of a ship), `hull`, `engine_number`, `chassis`; `coordinates`, `grid`.
        value: Normalised: E.164 for phones, capitals without spaces for plates, documents and
            accounts, `latitude,longitude` in degrees for coordinates, military grid reference
            without spaces for `grid`.
        span: Where it stands.
        detail: Country of a plate; platform of an account, or of a phone that is named as one's
            contact there; kind of a national number; network of a wallet; `check digit wrong`
            where a number is said to be one that its check digit denies. Empty where not known.
    """

    kind: str
    value: str
    span: Span
    detail: str = ""


_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def ascii_digits(text: str) -> str:
    """The text with Eastern Arabic and Persian digits as 0 to 9."""
    return text if text.isascii() else text.translate(_DIGITS)
