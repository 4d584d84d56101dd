"""Values of a table as resolution compares them: dates as ISO text, phones in E.164."""

import re
import unicodedata
from calendar import monthrange
from functools import lru_cache

_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?(?:[T ]\d.*)?",
        r"(?P<y>\d{4})[./](?P<m>\d{1,2})(?:[./](?P<d>\d{1,2}))?\.?",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<d>\d{1,2})[./\- ]+(?P<m>\d{1,2})[./\- ]+(?P<y>\d{4})\.?(?:[T ]\d.*)?",
        r"(?P<m>\d{1,2})[./\-](?P<y>\d{4})\.?",
    )
)
_ABOUT = re.compile(r"^(?:circa|about|approx\.?|ca?\.?|~)\s*", re.IGNORECASE)


def said_in_part(text: str, iso: str) -> bool:
    """Whether a text that was read as an ISO date gives more than that: no such month or day.

    Zeros stand for what is not known, so `1980-00-00` gives a year alone.
    """
    found = _parts(text)
    given = 1 + sum(bool(int(found.get(part) or 0)) for part in "md")
    return bool(iso) and given > 1 + iso.count("-")


@lru_cache(maxsize=100_000)
def iso_date(text: str) -> str:
    """A date as ISO text, as far as it makes sense: `1980-02-31` is read as `1980-02`.

    Forms: ISO, `19800203`, `3.2.1980`, `03/02/1980` (day first, unless only the month can be),
    `2.1980`, `1980`; digits of any script. Empty where it is no date.
    """
    parts = _parts(text)
    year, month, day = (int(parts.get(part) or 0) for part in "ymd")
    if 12 < month <= 31 and day <= 12:
        month, day = day, month
    if not 1 <= month <= 12 or not year:
        return f"{year:04d}" if year else ""
    if not 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}"


@lru_cache(maxsize=100_000)
def e164(text: str, countries: tuple[str, ...]) -> str:
    """A phone number in E.164; as digits where no country makes it one.

    Args:
        text: The number as given.
        countries: What is known of the person's countries; codes of two letters are used.
    """
    import phonenumbers

    plain = _digits(text)
    if plain.startswith("00"):
        plain = f"+{plain[2:]}"
    regions = [word.upper() for word in countries if len(word) == 2 and word.isalpha()]
    for region in [None] if plain.startswith("+") else regions:
        try:
            number = phonenumbers.parse(plain, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return "".join(character for character in plain if character.isdigit())


def _parts(text: str) -> dict[str, str | None]:
    """Year, month and day as the first form that fits has them; empty where none does."""
    plain = _ABOUT.sub("", _digits(text).strip())
    fitting = (match for form in _FORMS if (match := form.fullmatch(plain)))
    found = next(fitting, None)
    return found.groupdict() if found else {}


def _digits(text: str) -> str:
    """The text with the digits of all scripts as those of ASCII."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c, c)) for c in text)
