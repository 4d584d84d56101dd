"""Tables that name people being moved, and payers: what leaves them is a number.

Rows about people being moved become counts; their names stay in the encrypted original only.
Payers who are not suspects are "customers", in aggregate. Rule 4 of the design.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from headwater.intake.tables.cells import read_number
from headwater.intake.tables.query import PropertyMap, Query
from headwater.intake.tables.sheet import Table
from headwater.model import Refused

CUSTOMERS = "customers"
HOW_MANY = "number of customers"
PERSONS = "persons"
"""The column of the number where the table has none."""


class Counted(NamedTuple):
    """A table of counts.

    Attributes:
        table: The kept columns alone, and the number.
        faults: Rows that could not be counted: where, what, why.
        first: For each row of the table that was, the row of this one that counts it.
    """

    table: Table
    faults: list[tuple[str, str, str]]
    first: dict[int, int]


def counts_of(table: Table, query: Query) -> Counted:
    """One row for all rows that agree in everything the query keeps but their number.

    The column that the Observation's `count` reads is added up; an empty cell is one person. Where
    the query reads no such column each row is one person. The new row has the number of the first.
    """
    counted = _count_column(query)
    kept = [c for c in table.columns if c in query.columns and c != counted]
    ats = [table.columns.index(column) for column in kept]
    at = table.columns.index(counted) if counted in table.columns else -1
    first: dict[tuple[str, ...], int] = {}
    sums: dict[tuple[str, ...], int] = {}
    counted_in: dict[int, int] = {}
    faults = []
    for number, cells in table.rows:
        try:
            persons = int(read_number(cells[at])) if at >= 0 and cells[at] else 1
        except (Refused, ValueError):
            faults.append((f"row {number}", "the number of persons cannot be read", "no integer"))
            continue
        key = tuple(cells[a] for a in ats)
        counted_in[number] = first.setdefault(key, number)
        sums[key] = sums.get(key, 0) + persons
    rows = [(first[key], [*key, str(total)]) for key, total in sums.items()]
    columns = (*kept, counted or PERSONS)
    return Counted(replace(table, columns=columns, rows=rows), faults, counted_in)


def _count_column(query: Query) -> str:
    for entity in query.entities:
        for prop in entity.properties:
            if entity.schema == "Observation" and prop.name == "count" and prop.columns:
                return prop.columns[0]
    return ""


def counting(query: Query) -> Query:
    """The query with the number that `counts_of` gives, where it read no column for it."""
    if _count_column(query):
        return query
    number = PropertyMap("count", (PERSONS,))
    return replace(
        query,
        entities=tuple(
            replace(entity, properties=(*entity.properties, number))
            if entity.schema == "Observation"
            and not any(prop.name == "count" for prop in entity.properties)
            else entity
            for entity in query.entities
        ),
    )


def customers_of(table: Table, query: Query, suspects: frozenset[str]) -> tuple[Table, Query]:
    """The table with every payer who is no suspect called "customers", in all cells of the row.

    The first such row gets one cell more: how many different payers stand behind the word; the
    query is widened to note it on the entity that is keyed by the payer.
    """
    at = table.columns.index(query.customers)
    payers: set[str] = set()
    rows: list[tuple[int, list[str]]] = []
    first = -1
    for number, cells in table.rows:
        payer = " ".join(cells[at].casefold().split())
        if payer and payer not in suspects:
            cells = _without(cells, cells[at], at)
            payers.add(payer)
            first = len(rows) if first < 0 else first
        rows.append((number, [*cells, ""]))
    if first >= 0:
        rows[first][1][-1] = str(len(payers))
    noted = PropertyMap("notes", columns=(HOW_MANY,))
    entities = tuple(
        replace(entity, properties=(*entity.properties, noted))
        if entity.keys == (query.customers,)
        else entity
        for entity in query.entities
    )
    widened = replace(table, columns=(*table.columns, HOW_MANY), rows=rows)
    return widened, replace(query, entities=entities)


def _without(cells: list[str], payer: str, at: int) -> list[str]:
    """The cells of a row with the payer's name taken out of the free words as well."""
    name = re.compile(rf"(?<!\w){re.escape(payer)}(?!\w)", re.IGNORECASE)
    return [
        CUSTOMERS if place == at else name.sub(CUSTOMERS, cell) for place, cell in enumerate(cells)
    ]
