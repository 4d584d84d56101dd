"""Checks: the check digits of numbers of persons, devices, ships, accounts and wallets.

Each by its standard or by the law that made the number; a number that fails was not written as it
was issued.
"""

import hashlib
from datetime import date

from headwater.intake.reading.grammar.identifiers.identifier import ascii_digits

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)

# Length of an IBAN by country, from the registry of ISO 13616.
_IBAN_LENGTHS = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BY28 CH21 CY28 CZ24 DE22 DK18 EE20 EG29 ES24 "
    "FI18 FR27 GB22 GE22 GI23 GR27 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 "
    "LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MT31 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 "
    "RU33 SA24 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 XK20 "
)
IBAN_LENGTH = {entry[:2]: int(entry[2:]) for entry in _IBAN_LENGTHS.split()}


def iban(number: str) -> bool:
    """ISO 13616: right length for its country, and 1 modulo 97."""
    if IBAN_LENGTH.get(number[:2]) != len(number):
        return False
    moved = number[4:] + number[:4]
    return int("".join(str(int(letter, 36)) for letter in moved)) % 97 == 1


def luhn(number: str) -> bool:
    """ISO/IEC 7812 annex B; the last digit of an IMEI is one such."""
    total = 0
    for position, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + position % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def jmbg(number: str) -> bool:
    """Master citizen number of the states of former Yugoslavia: a date, and modulo 11."""
    if len(number) != 13 or not number.isdecimal():
        return False
    weights = (7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
    year = int(number[4:7])
    full = 1000 + year if year > 800 else 2000 + year
    return _is_day(full, number[2:4], number[:2]) and _weighed(number, weights) % 11 == 0


def egn(number: str) -> bool:
    """Bulgarian citizen number: a date with the century in the month, and modulo 11."""
    if len(number) != 10 or not number.isdecimal():
        return False
    month = int(number[2:4])
    year = {0: 1900, 1: 1800, 2: 2000}.get(month // 20, 0) + int(number[:2])
    expected = _weighed(number[:9], (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10
    return _is_day(year, str(month % 20), number[4:6]) and int(number[9]) == expected


def oib(number: str) -> bool:
    """Croatian personal number: ISO 7064 MOD 11,10."""
    if len(number) != 11 or not number.isdecimal():
        return False
    rest = 10
    for digit in number[:10]:
        rest = ((rest + int(digit)) % 10 or 10) * 2 % 11
    return (11 - rest) % 10 == int(number[10])


def tckn(number: str) -> bool:
    """Turkish identity number: two check digits."""
    if len(number) != 11 or not number.isdecimal() or number[0] == "0":
        return False
    digits = [int(digit) for digit in number]
    tenth = (7 * sum(digits[0:9:2]) - sum(digits[1:8:2])) % 10
    return digits[9] == tenth and digits[10] == sum(digits[:10]) % 10


def imo(number: str) -> bool:
    """Ship number of the International Maritime Organization: weights 7 to 2, last digit."""
    return len(number) == 7 and _weighed(number[:6], (7, 6, 5, 4, 3, 2)) % 10 == int(number[6])


def base58(address: str) -> str:
    """Network of an address with a Base58Check sum: `bitcoin`, `tron`, or nothing."""
    value = 0
    for letter in address:
        value = value * 58 + _BASE58.index(letter)
    if value >= 1 << 200:
        return ""
    raw = value.to_bytes(25, "big")
    digest = hashlib.sha256(hashlib.sha256(raw[:21]).digest()).digest()
    if digest[:4] != raw[21:]:
        return ""
    return {0x00: "bitcoin", 0x05: "bitcoin", 0x41: "tron"}.get(raw[0], "")


def bech32(address: str) -> bool:
    """A bitcoin address as BIP 173 and BIP 350 write it."""
    prefix, _, data = address.rpartition("1")
    if any(letter not in _BECH32 for letter in data):
        return False
    values = [*(ord(c) >> 5 for c in prefix), 0, *(ord(c) & 31 for c in prefix)]
    sum_ = 1
    for value in [*values, *map(_BECH32.index, data)]:
        top = sum_ >> 25
        sum_ = (sum_ & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATOR):
            sum_ ^= generator if top >> bit & 1 else 0
    return sum_ in (1, 0x2BC830A3)


def _weighed(number: str, weights: tuple[int, ...]) -> int:
    return sum(int(d) * w for d, w in zip(ascii_digits(number), weights, strict=True))


def _is_day(year: int, month: str, day: str) -> bool:
    try:
        date(year, int(month), int(day))
    except ValueError:
        return False
    return True
