"""Forms: the identifiers that tell who somebody is, written so that equal ones are equal text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from headwater.safeguard.traces.names import name_form

PHONE = "phone"
ACCOUNT = "account"
DOCUMENT = "document"
BIRTH = "name and birth date"

_E164 = re.compile(r"\+[1-9]\d{6,14}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LEAST = 5
"""Signs of a document or account number; shorter ones are numbers within a list."""
_PASSPORT, _CARD, _UNSTATED = "passport", "identity card", ""
_DOCUMENTS = (_PASSPORT, _CARD, _UNSTATED)
_KINDS = (
    (re.compile(r"\bpas|пасош|паспорт|جواز", re.IGNORECASE), _PASSPORT),
    (re.compile(r"\bid|identity|karta|iskaznica|letërnjoftim|карта", re.IGNORECASE), _CARD),
)
# Letters of other alphabets that look like Latin ones, and digits of other scripts.
_ALIKE = str.maketrans(
    "АВЕЅЗІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "ABES3IJKMHOPCTYXABEZHIKMNOPTYX01234567890123456789",
)


class Identifier(NamedTuple):
    """One thing that tells who somebody is.

    Attributes:
        kind: `document`, `account`, `phone` or `name and birth date`.
        form: Its normal form.
        holder: Of a phone, the name form of who holds it; empty where it is not known.
    """

    kind: str
    form: str
    holder: str = ""

    @property
    def strong(self) -> bool:
        """Whether it belongs to one holder by its nature, as no name does."""
        return self.kind != BIRTH


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is said of one person that tells who it is.

    Attributes:
        names: Names in any script.
        births: ISO dates of birth; one that is no full day says nothing.
        phones: Phones in E.164; others say nothing.
        documents: Kind as it is written, or empty, and number.
        accounts: IBANs, account numbers, wallets.
    """

    names: Sequence[str] = ()
    births: Sequence[str] = ()
    phones: Sequence[str] = ()
    documents: Sequence[tuple[str, str]] = ()
    accounts: Sequence[str] = ()


_PARTS = {
    **dict.fromkeys(("name", "alias", "weakAlias", "previousName"), "names"),
    "birthDate": "births",
    "phone": "phones",
    **dict.fromkeys(("iban", "accountNumber", "cryptoAddress"), "accounts"),
}
_NUMBERED = {"passportNumber": _PASSPORT, "idNumber": _CARD}


def of_statements(said: Iterable[tuple[str, str]]) -> Particulars:
    """What properties of a person and their values tell of who it is; all others are passed by."""
    found: dict[str, list[str]] = {"names": [], "births": [], "phones": [], "accounts": []}
    documents = []
    for name, value in said:
        if name in _PARTS:
            found[_PARTS[name]].append(value)
        elif name in _NUMBERED:
            documents.append((_NUMBERED[name], value))
    return Particulars(documents=documents, **found)


def kept(person: Particulars) -> list[Identifier]:
    """What is kept of a row about a protected person, as digests; the first name holds a phone."""
    held = [Identifier(DOCUMENT, f"{_kind(kind)} {n}") for kind, n in _numbered(person)]
    names = _name_forms(person)
    return list(dict.fromkeys([*held, *_common(person, names), *_phones(person, names[:1])]))


def asked(person: Particulars) -> list[Identifier]:
    """What is asked about a person: a document of unstated kind may be of any, and the reverse."""
    held = [
        Identifier(DOCUMENT, f"{kind} {number}")
        for written, number in _numbered(person)
        for kind in _may_be(_kind(written))
    ]
    names = _name_forms(person)
    return list(dict.fromkeys([*held, *_common(person, names), *_phones(person, names)]))


def _name_forms(person: Particulars) -> list[str]:
    return list(dict.fromkeys(filter(None, map(name_form, person.names))))


def _phones(person: Particulars, names: Sequence[str]) -> Iterator[Identifier]:
    for phone in person.phones:
        if _E164.fullmatch(phone):
            yield from (Identifier(PHONE, phone, name) for name in names or [""])


def _common(person: Particulars, names: Sequence[str]) -> Iterator[Identifier]:
    for account in filter(None, map(_plain, person.accounts)):
        yield Identifier(ACCOUNT, account)
    for born in person.births:
        if _DAY.fullmatch(born):
            yield from (Identifier(BIRTH, f"{name} {born}") for name in names)


def _numbered(person: Particulars) -> Iterator[tuple[str, str]]:
    return ((kind, plain) for kind, number in person.documents if (plain := _plain(number)))


def _plain(number: str) -> str:
    """Letters and digits alone; empty where it is too short, or has no digit."""
    upper = number.upper() if number.isascii() else number.upper().translate(_ALIKE)
    plain = upper if upper.isalnum() else "".join(filter(str.isalnum, upper))
    return plain if len(plain) >= _LEAST and any(map(str.isdigit, plain)) else ""


def _kind(written: str) -> str:
    return next((kind for pattern, kind in _KINDS if pattern.search(written)), _UNSTATED)


def _may_be(kind: str) -> tuple[str, ...]:
    return (kind, _UNSTATED) if kind else _DOCUMENTS
