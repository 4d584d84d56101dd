"""Calendars: solar and lunar Hijri days as days of the Gregorian calendar.

Solar Hijri (Iran, Afghanistan): the 33-year cycle with leap years 1, 5, 9, 13, 17, 22, 26 and 30,
which gives the official calendar of every year of our time (Heydari-Malayeri 2004, "A concise
review of the Iranian calendar"). Lunar Hijri: the tabular calendar with leap years 2, 5, 7, 10, 13,
16, 18, 21, 24, 26 and 29 of 30 (Reingold and Dershowitz, "Calendrical Calculations"); months begin
by sight of the moon, so a day read from it is uncertain by one day either way.
"""

from datetime import date

SOLAR_YEARS = range(1300, 1421)
LUNAR_YEARS = range(1421, 1461)

_SOLAR_LEAPS = {1, 5, 9, 13, 17, 22, 26, 30}
_NOWRUZ_1400 = date(2021, 3, 21).toordinal()
_LUNAR_EPOCH = date(622, 7, 19).toordinal()


def solar(year: int, month: int, day: int) -> date:
    """The day of a date of the solar Hijri year.

    Raises:
        ValueError: If there is no such day, or the year is not of our time.
    """
    if year not in SOLAR_YEARS or not 1 <= month <= 12:
        raise ValueError(f"{year}-{month} is no month of the solar Hijri calendar")
    if not 1 <= day <= solar_length(year, month):
        raise ValueError(f"month {month} of {year} has no day {day}")
    first = _NOWRUZ_1400
    for between in range(min(year, 1400), max(year, 1400)):
        length = 366 if between % 33 in _SOLAR_LEAPS else 365
        first += length if year > 1400 else -length
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date.fromordinal(first + before + day - 1)


def solar_length(year: int, month: int) -> int:
    """Days of a month of the solar Hijri year."""
    if month <= 6:
        return 31
    return 30 if month < 12 or year % 33 in _SOLAR_LEAPS else 29


def lunar(year: int, month: int, day: int) -> date:
    """The likeliest day of a date of the lunar Hijri year; the true one may be a day off.

    Raises:
        ValueError: If there is no such day, or the year is not of our time.
    """
    if year not in LUNAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= 30:
        raise ValueError(f"{year}-{month}-{day} is no day of the lunar Hijri calendar")
    whole = 354 * (year - 1) + (11 * year + 3) // 30
    return date.fromordinal(_LUNAR_EPOCH + whole + 29 * (month - 1) + month // 2 + day - 1)
