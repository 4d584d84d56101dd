"""Tables that name people being moved, and payers: what leaves them is a number.

Rows about people being moved become counts; their names stay in the encrypted original only.
Payers who are not suspects are "customers", in aggregate. Rule 4 of the design.
"""

from dataclasses import replace

from headwater.intake.tables.cells import read_number
from headwater.intake.tables.query import Query
from headwater.intake.tables.sheet import Table
from headwater.model import Refused

CUSTOMERS = "customers"


def counts_of(table: Table, query: Query) -> tuple[Table, list[tuple[str, str, str]]]:
    """One row for all rows that agree in everything the query keeps but their number.

    The column that the Observation's `count` reads is added up; an empty cell is one person. Where
    the query reads no such column each row is one person. The new row has the number of the first.

    Returns:
        The table of counts with the kept columns alone, and the rows that could not be counted.
    """
    counted = _count_column(query)
    kept = [c for c in table.columns if c in query.columns and c != counted]
    ats = [table.columns.index(column) for column in kept]
    at = table.columns.index(counted) if counted in table.columns else -1
    first: dict[tuple[str, ...], int] = {}
    sums: dict[tuple[str, ...], int] = {}
    faults = []
    for number, cells in table.rows:
        try:
            persons = int(read_number(cells[at])) if at >= 0 and cells[at] else 1
        except (Refused, ValueError):
            faults.append((f"row {number}", "the number of persons cannot be read", "no integer"))
            continue
        key = tuple(cells[a] for a in ats)
        first.setdefault(key, number)
        sums[key] = sums.get(key, 0) + persons
    rows = [(first[key], [*key, str(total)]) for key, total in sums.items()]
    return replace(table, columns=(*kept, counted or "persons"), rows=rows), faults


def _count_column(query: Query) -> str:
    for entity in query.entities:
        for prop in entity.properties:
            if entity.schema == "Observation" and prop.name == "count" and prop.columns:
                return prop.columns[0]
    return ""


def customers_of(table: Table, column: str, suspects: frozenset[str]) -> Table:
    """The table with every payer who is no suspect called "customers", in all cells of the row."""
    at = table.columns.index(column)
    rows = []
    for number, cells in table.rows:
        payer = cells[at]
        if payer and " ".join(payer.casefold().split()) not in suspects:
            cells = [cell.replace(payer, CUSTOMERS) for cell in cells]
        rows.append((number, cells))
    return replace(table, rows=rows)
