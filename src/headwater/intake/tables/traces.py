"""Traces at the door: who a row about a protected person is of, to be digested and never kept.

A row becomes a count where its table names people being moved; of a person whom a row calls a
victim, a witness or being moved the same is kept, since nobody of them is ever matched.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from headwater.intake.tables.cells import Form, cell_reader, read_date, read_phone
from headwater.intake.tables.guess import identity_columns
from headwater.intake.tables.query import EntityMap, Query
from headwater.intake.tables.sheet import Table
from headwater.model import Refused, schema
from headwater.safeguard import PROTECTED, Category, traces

NEVER_MATCHED = PROTECTED - {Category.UNDECIDED}

Traced = tuple[int, list[traces.Identifier]]
"""Number of a row, and what tells who it is about."""

_PART_OF = {
    "name": "name",
    "birthDate": "birth_date",
    "phone": "phone",
    "passportNumber": "document",
    "idNumber": "document",
}
"""The part of an identity that a person's property tells."""

_E164 = re.compile(r"\+[1-9]\d{9,14}")
_SEVERAL = re.compile(r"[;,/|]")


def trace_rows(table: Table, queries: Sequence[Query]) -> Iterator[Traced]:
    """The rows about protected people that tell who they are. Cost: linear in those rows."""
    for query in queries:
        concerns = _concerns(query, table.columns)
        if concerns is None:
            continue
        identify = _identify(query, table)
        for number, cells in table.rows:
            if concerns(cells) and (found := identify(cells)):
                yield number, found


def _concerns(query: Query, columns: tuple[str, ...]) -> Callable[[list[str]], bool] | None:
    """Whether a row is about a protected person; None where no row of this query can be."""
    if query.count_only:
        return lambda _: True
    tests = [_called_so(entity, query, columns) for entity in query.entities if entity.category]
    return (lambda cells: any(test(cells) for test in tests)) if tests else None


def _called_so(
    entity: EntityMap, query: Query, columns: tuple[str, ...]
) -> Callable[[list[str]], bool]:
    given, words = entity.category, {**query.words, **entity.category_words}
    literal = str(given.get("literal") or "")
    at = columns.index(given["column"]) if given.get("column") else -1
    read = cell_reader(schema("CategoryDecision").properties["category"], Form(words=words))

    def called_so(cells: list[str]) -> bool:
        try:
            return read(literal if at < 0 else cells[at]) in NEVER_MATCHED
        except Refused:
            return False  # the refusal is noted when the row itself is read

    return called_so


def _identify(query: Query, table: Table) -> Callable[[list[str]], list[traces.Identifier]]:
    ats = {
        part: [table.columns.index(column) for column in columns]
        for part, columns in _identity_of(query, table.columns).items()
    }
    born = cache(partial(read_date, form=Form(serial_dates=table.serial_dates)))
    phone = partial(_phone, country=query.country)

    def identify(cells: list[str]) -> list[traces.Identifier]:
        held = {part: [cells[at] for at in places if cells[at]] for part, places in ats.items()}
        kinds = held.get("document_kind") or [""]
        return traces.kept(
            traces.Particulars(
                names=[" ".join(held["name"])] if held.get("name") else (),
                births=_read(born, held.get("birth_date", ())),
                phones=_read(phone, _split(held.get("phone", ()))),
                documents=[(kinds[0], one) for one in _split(held.get("document", ()))],
                accounts=_split(held.get("account", ())),
            )
        )

    return identify


def _identity_of(query: Query, columns: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The columns that tell who somebody is: as stated, else by their headers.

    What a row's count is made of is nobody's number.
    """
    if query.identity:
        return query.identity
    if query.count_only:
        return identity_columns(tuple(column for column in columns if column not in query.columns))
    found = dict(identity_columns(columns))
    for prop in (p for entity in query.entities if entity.category for p in entity.properties):
        if part := _PART_OF.get(prop.name):
            found[part] = tuple(dict.fromkeys((*found.get(part, ()), *prop.columns)))
    return found


def _split(cells: Sequence[str]) -> list[str]:
    if not any(map(_SEVERAL.search, cells)):
        return list(cells)
    return [part.strip() for cell in cells for part in _SEVERAL.split(cell) if part.strip()]


def _phone(cell: str, country: str) -> str:
    """As `read_phone`; what stands in E.164 already is not taken apart, which costs most of all.

    A zero near the front may be one that is dialled within a country only.
    """
    plain = cell.replace(" ", "")
    whole = _E164.fullmatch(plain) is not None and "0" not in plain[2:5]
    return plain if whole else read_phone(cell, country)


def _read(read: Callable[[str], str], cells: Sequence[str]) -> list[str]:
    """The cells that can be read; a part that cannot be is no reason to do without the others."""
    values = []
    for cell in cells:
        try:
            values.append(read(cell))
        except Refused:
            continue
    return values
