"""Strong identifiers: numbers that by their nature belong to one holder.

A phone in E.164, a document with its issuer, a plate with its country, an account with its bank.
A number belongs to somebody only where a statement says so.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from headwater.model import schemata
from headwater.resolve.columns import Row


class Holding(NamedTuple):
    """An entity is said to hold an identifier.

    Attributes:
        kind: `account`, `document`, `phone` or `plate`.
        key: The identifier in its normal form, issuer included.
        entity: The holder.
        number: Row of the statement in the scan.
        series: For a document, its kind and issuer: nobody holds two numbers of one series
            without a question being asked. Empty for others.
    """

    kind: str
    key: str
    entity: str
    number: int
    series: str = ""


READ_PROPERTIES = frozenset(
    {
        "accountNumber", "authority", "bank", "bankName", "bic", "caller", "callerNumber",
        "citizenship", "country", "holder", "iban", "idNumber", "nationality", "number", "owner",
        "passportNumber", "phone", "receiver", "receiverNumber", "registrationNumber", "type",
    }
)  # fmt: skip
"""Properties from which identifiers are read."""

_FAMILIES = ("LegalEntity", "Identification", "Vehicle", "BankAccount", "UserAccount", "Call")
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")

Said = dict[str, list[tuple[str, int]]]
"""Values of one entity by property, each with the row it stands in."""


@cache
def family(schema_name: str) -> str:
    """Which kind of holder or thing a schema is here; empty where it bears no identifier."""
    known = schemata().get(schema_name)
    return next((name for name in _FAMILIES if known and known.is_a(name)), "")


def holdings(rows: Iterable[Row]) -> Iterator[Holding]:
    """Every strong identifier that the rows say somebody or something holds."""
    said: dict[tuple[str, str], Said] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        kind = family(row.schema)
        if kind == "LegalEntity" and row.property == "phone":
            yield from _phones([row.entity], [(row.value, row.number)])
        elif kind:
            said[row.entity, kind][row.property].append((row.value, row.number))
    for (entity, kind), values in said.items():
        yield from _READERS[kind](entity, values)


def _phones(holders: Iterable[str], values: list[tuple[str, int]]) -> Iterator[Holding]:
    for holder in holders:
        for value, number in values:
            if _E164.fullmatch(value):
                yield Holding("phone", value, holder, number)


def _call(_entity: str, said: Said) -> Iterator[Holding]:
    for end in ("caller", "receiver"):
        holders = {value for value, _ in said.get(end, [])}
        if len(holders) == 1:  # with two callers it is not known whose the number is
            yield from _phones(holders, said.get(f"{end}Number", []))


def _user_account(_entity: str, said: Said) -> Iterator[Holding]:
    yield from _phones({value for value, _ in said.get("owner", [])}, said.get("phone", []))


def _person(entity: str, said: Said) -> Iterator[Holding]:
    issuers = said.get("nationality") or said.get("citizenship") or said.get("country") or []
    for name, kind in (("passportNumber", "passport"), ("idNumber", "identity card")):
        yield from _documents([entity], said.get(name, []), issuers, kind)


def _identification(entity: str, said: Said) -> Iterator[Holding]:
    issuers = said.get("country") or said.get("authority") or []
    holders = [entity, *sorted({value for value, _ in said.get("holder", [])})]
    kinds = [value.strip().casefold() for value, _ in said.get("type", [])]
    yield from _documents(holders, said.get("passportNumber", []), issuers, "passport")
    yield from _documents(holders, said.get("number", []), issuers, kinds[0] if kinds else "")


def _documents(
    holders: Iterable[str],
    values: list[tuple[str, int]],
    issuers: list[tuple[str, int]],
    kind: str,
) -> Iterator[Holding]:
    for holder in holders:
        for key, issuer, number in _with_issuer(values, issuers, least=5):
            yield Holding("document", key, holder, number, f"{kind} {issuer}" if kind else "")


def _vehicle(entity: str, said: Said) -> Iterator[Holding]:
    plates = said.get("registrationNumber", [])
    for key, _, number in _with_issuer(plates, said.get("country", []), least=4):
        yield Holding("plate", key, entity, number)


def _bank_account(entity: str, said: Said) -> Iterator[Holding]:
    for value, number in said.get("iban", []):
        iban = _plain(value)
        if 15 <= len(iban) <= 34 and iban[:2].isalpha() and iban[2:4].isdigit():
            yield Holding("account", iban, entity, number)
    banks = said.get("bic") or said.get("bank") or said.get("bankName") or []
    for key, _, number in _with_issuer(said.get("accountNumber", []), banks, least=5):
        yield Holding("account", key, entity, number)


def _with_issuer(
    values: list[tuple[str, int]], issuers: list[tuple[str, int]], least: int
) -> Iterator[tuple[str, str, int]]:
    """Number and issuer together; without an issuer a number says nothing."""
    names = {issuer.strip().casefold() for issuer, _ in issuers} - {""}
    for value, row in values:
        plain = _plain(value)
        if len(plain) >= least and any(character.isdigit() for character in plain):
            yield from ((f"{name} {plain}", name, row) for name in sorted(names))


def _plain(value: str) -> str:
    return "".join(filter(str.isalnum, value)).upper()


_READERS: dict[str, Callable[[str, Said], Iterator[Holding]]] = {
    "LegalEntity": _person,
    "Identification": _identification,
    "Vehicle": _vehicle,
    "BankAccount": _bank_account,
    "UserAccount": _user_account,
    "Call": _call,
}
