"""Persons as statements tell of them, each value with the statement that says it.

Accepted and proposed statements count, rejected ones and those that say that something was not so
never do. A record does not depend on the order in which its statements came in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from headwater.model import Status, schemata
from headwater.resolve.columns import Row, among, codes, rows, standing, statement_ids
from headwater.resolve.records.record import PersonRecord, Tie
from headwater.safeguard import PROTECTED, Category

if TYPE_CHECKING:
    import pyarrow as pa

_FIELDS = {
    "name": "name",
    "alias": "name",
    "weakAlias": "name",
    "previousName": "name",
    "birthDate": "birth_date",
    "gender": "sex",
    "nationality": "country",
    "citizenship": "country",
    "country": "country",
    "phone": "phone",
    "email": "email",
    "birthPlace": "place",
    "address": "address",
    "profession": "occupation",
    "position": "occupation",
}
"""Fields by the property of a person that gives them."""

_DOCUMENTS = {"passportNumber": "passport", "idNumber": "identity card"}
_HELD = {"Call": "phone", "UserAccount": "handle", "Vehicle": "plate"}
_ENDS = (("caller", "callerNumber"), ("receiver", "receiverNumber"))
_PARTS = ("firstName", "middleName", "lastName")
PRESSED = {"possiblyCoerced": ("true", "yes", "1"), "role": ("small_hand",)}
"""Signs by property that somebody acts under pressure; a person looks before anything follows."""
_TIES = {
    "Association": ("source", "target", "associate"),
    "Associate": ("person", "associate", "associate"),
    "Contact": ("source", "target", "contact"),
    "Call": ("caller", "receiver", "contact"),
    "Family": ("person", "relative", "associate"),
    "Membership": ("member", "organization", "associate"),
    "NetworkRole": ("member", "network", "associate"),
    "Payment": ("payer", "beneficiary", "payment"),
    "Sighting": ("subject", "place", "seen"),
    "Arrest": ("person", "place", "seen"),
}
"""Who is tied to whom or what by a thing of each schema, and the kind of the tie."""

Given = dict[str, list[Row]]
"""Rows about one thing by property."""


class Told(NamedTuple):
    """A person as statements tell of them.

    Attributes:
        record: What is compared.
        rows: Row of the scan behind each value, by field and value; the first where several are.
    """

    record: PersonRecord
    rows: Mapping[tuple[str, str], int]


def people_told(scan: "pa.Table") -> dict[str, Told]:
    """Every person of whom a scan of statements gives a name, by the entity's id.

    An entity that may be a person or a body is read as a person where nothing says it is a body.
    Its categories are those that were decided for this very entity: protective ones count as soon
    as somebody proposes them, the others when they are accepted. Somebody who may be coerced, or
    stands under a humanitarian stop, is undecided as long as a person has not looked.

    Cost: linear in the statements about persons and what they hold.
    """
    things = _things(scan)
    found: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    for (entity, family), given in things.items():
        reader = _READERS.get(family)
        for holder, field, value, number in reader(entity, given) if reader else ():
            known = found[holder].setdefault((field, value), number)
            if number < known:
                found[holder][field, value] = number
    people = _people(scan)
    decided = categories_told(scan)
    return {
        entity: Told(_record(entity, values, decided.get(entity, ())), values)
        for entity, values in found.items()
        if entity in people and any(field == "name" for field, _ in values)
    }


def evidence_of(
    scan: "pa.Table", told: Iterable[tuple[Told, Iterable[str]]]
) -> dict[str, tuple[str, ...]]:
    """Ids of the statements behind some fields of persons, by the entity's id, sorted."""
    wanted = {
        one.record.id: [row for (field, _), row in one.rows.items() if field in set(fields)]
        for one, fields in told
    }
    ids = statement_ids(scan, {row for some in wanted.values() for row in some})
    return {entity: tuple(sorted({ids[row] for row in some})) for entity, some in wanted.items()}


def ties_told(scan: "pa.Table") -> list[Tie]:
    """What persons are tied to: whom they were in touch with, seen with, paid, and where."""
    found = set()
    for (_, name), given in _things(scan, _TIES).items():
        one, other, kind = _TIES[name]
        when = min((row.value[:10] for key in ("date", "startDate") for row in given.get(key, ())),
                   default="")  # fmt: skip
        for left, right in product(given.get(one, ()), given.get(other, ())):
            found.add(Tie(left.value, kind, right.value, when))
            if kind != "seen":
                found.add(Tie(right.value, kind, left.value, when))
    return sorted(found)


def categories_told(scan: "pa.Table") -> dict[str, tuple[str, ...]]:
    """Categories by the entity that they were decided for, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    accepted = set(_numbers(scan, "status", Status.ACCEPTED))
    for (_, family), given in _things(scan, ("CategoryDecision", "NetworkRole",
                                             "HumanitarianStop")).items():  # fmt: skip
        words = {Category.UNDECIDED} if family == "HumanitarianStop" else _pressed(given)
        words |= {
            row.value
            for row in given.get("category", ())
            if row.value in PROTECTED or row.number in accepted
        }
        for who in (*given.get("subject", ()), *given.get("member", ())):
            found[who.value] |= words
    return {entity: tuple(sorted(words)) for entity, words in found.items() if words}


def _numbers(scan: "pa.Table", column: str, word: str) -> list[int]:
    import numpy as np

    return [int(one) for one in np.flatnonzero(among(scan, column, {word}))]


def _pressed(given: Given) -> set[str]:
    signs = (row for name in PRESSED for row in given.get(name, ()))
    pressed = any(row.value.casefold() in PRESSED[row.property] for row in signs)
    return {Category.UNDECIDED} if pressed else set()


def _record(
    entity: str, values: Mapping[tuple[str, str], int], categories: tuple[str, ...]
) -> PersonRecord:
    held: dict[str, list[str]] = defaultdict(list)
    for field, value in sorted(values):
        held[field].append(value)
    return PersonRecord(entity, {field: tuple(some) for field, some in held.items()}, categories)


def _things(
    scan: "pa.Table", wanted: Iterable[str] = ("LegalEntity", "Identification", *_HELD)
) -> dict[tuple[str, str], Given]:
    """Rows that stand, by the thing they are about and the family of its schema."""
    families = {name: family for name in schemata() if (family := _family(name, tuple(wanted)))}
    things: dict[tuple[str, str], Given] = defaultdict(lambda: defaultdict(list))
    for row in rows(scan, standing(scan) & among(scan, "schema", families)):
        things[row.entity, families[row.schema]][row.property].append(row)
    return things


@cache
def _family(schema_name: str, wanted: tuple[str, ...]) -> str:
    return next((name for name in wanted if schemata()[schema_name].is_a(name)), "")


def _people(scan: "pa.Table") -> set[str]:
    """Entities that are persons, or may be one."""
    import numpy as np

    entities, ids = codes(scan, "entity")
    stands = standing(scan)
    legal = {n for n, one in schemata().items() if one.is_a("Person") or n == "LegalEntity"}
    bodies = {n for n, one in schemata().items() if one.is_a("LegalEntity")} - legal
    may_be = set(np.unique(entities[stands & among(scan, "schema", legal)]).tolist())
    body = set(np.unique(entities[stands & among(scan, "schema", bodies)]).tolist())
    return {ids[code] for code in may_be - body}


Value = tuple[str, str, str, int]
"""Holder, field, value, and row of the scan."""


def _person(entity: str, given: Given) -> Iterator[Value]:
    for name, some in given.items():
        if name in _FIELDS:
            yield from ((entity, _FIELDS[name], r.value, r.number) for r in some if r.value.strip())
    if "name" not in given and all(len(given.get(part, ())) < 2 for part in _PARTS):
        parts = [row for part in _PARTS for row in given.get(part, ())]
        if parts:
            yield entity, "name", " ".join(row.value for row in parts), parts[0].number
    issuer = _first(given, "nationality", "citizenship", "country")
    for name, kind in _DOCUMENTS.items():
        for row in given.get(name, ()):
            yield entity, "document", f"{kind}|{issuer}|{row.value}", row.number


def _identification(_: str, given: Given) -> Iterator[Value]:
    issuer, kind = _first(given, "country", "authority"), _first(given, "type")
    for holder in given.get("holder", ()):
        for name, its_kind in (("passportNumber", "passport"), ("number", kind)):
            for row in given.get(name, ()):
                yield holder.value, "document", f"{its_kind}|{issuer}|{row.value}", row.number


def _call(_: str, given: Given) -> Iterator[Value]:
    for end, its_number in _ENDS:
        holders = given.get(end, [])
        if len({holder.value for holder in holders}) == 1:  # else it is not known whose it is
            for row in given.get(its_number, ()):
                yield holders[0].value, "phone", row.value, row.number


def _user_account(_: str, given: Given) -> Iterator[Value]:
    for owner in given.get("owner", ()):
        for name, field in (("username", "handle"), ("phone", "phone"), ("email", "email")):
            yield from ((owner.value, field, row.value, row.number) for row in given.get(name, ()))


def _vehicle(_: str, given: Given) -> Iterator[Value]:
    for owner in given.get("owner", ()):
        for row in given.get("registrationNumber", ()):
            yield owner.value, "plate", row.value, row.number


def _first(given: Given, *names: str) -> str:
    """The first of the values in text order, of the first property that has any."""
    for name in names:
        values = sorted(row.value.strip().casefold() for row in given.get(name, ()))
        if values:
            return values[0]
    return ""


_READERS = {
    "LegalEntity": _person,
    "Identification": _identification,
    "Call": _call,
    "UserAccount": _user_account,
    "Vehicle": _vehicle,
}
