"""Identifiers: phones, documents, plates, accounts, addresses of mail, handles."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LEVELS = (
    "same",
    "same but for its country, issuer or host",
    "one or two signs differ",
    "alike",
    "different",
    "another number of the same series",
)
"""Levels of agreement, the closest first."""

SAME, SAME_STEM, NEAR, ALIKE, DIFFERENT, CONTRARY = range(len(LEVELS))
_NEAR_LENGTH = 6
_SHORTEST_STEM = 4
_PHONE_STEM = 8
_ALIKE_AT = 0.7


def normal_identifier(field: str, text: str) -> str:
    """An identifier in the form in which it is compared; empty if nothing is left.

    A document keeps its three parts `kind|issuer|number`; a phone its digits, with `+` where the
    country is known; an address of mail its case-folded text.
    """
    if field == "document":
        kind, issuer, number = ("||" + text).rsplit("|", 2) if "|" not in text else _parts(text)
        number = _plain(number)
        return f"{kind.strip('| ').casefold()}|{issuer.strip().casefold()}|{number}" * bool(number)
    if field == "phone":
        digits = "".join(str(int(c)) for c in text if c.isdecimal())
        plus = text.strip().startswith("+") or digits.startswith("00")
        return ("+" if plus else "") + digits.lstrip("0") if len(digits) >= 5 else ""
    if field in ("email", "handle"):
        return text.strip().strip("@").casefold()
    return _plain(text)


def identifier_levels(field: str, left: Sequence[str], right: Sequence[str]) -> NDArray[np.int8]:
    """The level of each pair of normal identifiers, as an index of `LEVELS`."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    one, two = [_stem(field, v) for v in left], [_stem(field, v) for v in right]
    slips = np.asarray(process.cpdist(one, two, scorer=OSA.distance)).astype(int)
    length = np.asarray([min(len(a), len(b)) for a, b in zip(one, two, strict=True)], dtype=int)
    level = np.full(len(one), DIFFERENT, dtype=np.int8)
    if field == "document":
        contrary = [_one_series(a, b) for a, b in zip(left, right, strict=True)]
        level[np.asarray(contrary, dtype=bool)] = CONTRARY
    level[_alike(left, right) & (length > 1)] = ALIKE
    # Two slips only where enough signs are left that agree.
    level[(length >= _NEAR_LENGTH) & (slips <= 1 + (length > _NEAR_LENGTH))] = NEAR
    level[(slips == 0) & (length >= _SHORTEST_STEM)] = SAME_STEM
    level[np.asarray([_agree(field, a, b) for a, b in zip(left, right, strict=True)])] = SAME
    return level


def _alike(left: Sequence[str], right: Sequence[str]) -> NDArray[np.bool_]:
    """Whether at least seven signs in ten agree, taken in order."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.cpdist(left, right, scorer=OSA.normalized_similarity)
    return np.asarray(found >= _ALIKE_AT)


def _parts(text: str) -> tuple[str, str, str]:
    kind, issuer, number = [*text.split("|", 2), ""][:3]
    return kind, issuer, number


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text)).upper()


def _stem(field: str, value: str) -> str:
    """What of an identifier must agree: the number, the last digits, the name before the host."""
    if field == "document":
        return value.rsplit("|", 1)[1]
    if field == "phone":
        return value.lstrip("+")[-_PHONE_STEM:]
    return value.split("@", 1)[0] if field == "email" else value


def _agree(field: str, one: str, two: str) -> bool:
    """Whether two identifiers are the same as far as both say."""
    if one == two:
        return True
    if field == "document":
        left, right = _parts(one), _parts(two)
        known = all(not a or not b or a == b for a, b in zip(left[:2], right[:2], strict=True))
        return known and left[2] == right[2]
    if field == "phone" and (one[:1] == "+") != (two[:1] == "+"):
        short, long = sorted((one.lstrip("+"), two.lstrip("+")), key=len)
        return len(short) >= _PHONE_STEM and long.endswith(short)
    return False


def _one_series(one: str, two: str) -> bool:
    """Whether two documents are of one kind and one issuer, both known."""
    left, right = _parts(one), _parts(two)
    return bool(left[0] and left[1]) and left[:2] == right[:2]
