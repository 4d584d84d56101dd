"""Rows: a table and the queries of its mapping become one report, an item and claims a row.

Every row in the file ends as an item with statements or as a refusal of that row; rows that the
mapping's own filters leave out are counted in one refusal.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from headwater.intake.tables.entity_rows import EntityPlan, Fault, RowText, plan_entities
from headwater.intake.tables.people_moved import counting, counts_of, customers_of
from headwater.intake.tables.query import Query
from headwater.intake.tables.sheet import Table
from headwater.intake.tables.traces import Traced, trace_rows
from headwater.intake.taken import DoorOptions, Original, Taken
from headwater.model import (
    OPEN_SOURCE,
    Grade,
    Handling,
    Item,
    Period,
    Refusal,
    Refused,
    Report,
    Statement,
    WrongUse,
    parse_marking,
    parse_period,
)
from headwater.safeguard import traces

EXTRACTOR = "mapping/1"


@dataclass(frozen=True, slots=True)
class TableSource:
    """A table with what it stands in.

    Attributes:
        original: The file.
        table: Its rows.
        urn: Reference of the report it becomes, where the mapping names none.
        key_prefix: Shared by the ids of entities over files; empty where they belong to one report.
        suspects: Names of payers who may be kept, in lower case.
    """

    original: Original
    table: Table
    urn: str
    key_prefix: str = ""
    suspects: frozenset[str] = frozenset()

    @property
    def file(self) -> str:
        """Name of the file, and of the sheet where it has several."""
        name = self.original.file
        return f"{name} > {self.table.name}" if self.table.name else name


@dataclass(slots=True)
class _Yield:
    items: list[Item] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    filtered: list[int] = field(default_factory=list)


def take_table(source: TableSource, queries: Sequence[Query], options: DoorOptions) -> Taken:
    """Make one report of a table.

    Args:
        source: The table and where it stands.
        queries: The queries that speak of it; all are applied to each row.
        options: Author and defaults.

    Raises:
        WrongUse: If a query names a column that the table does not have.
    """
    traced = list(trace_rows(source.table, queries))
    source, queries, noted, counted_in = _protected(source, queries)
    stated: dict[str, Any] = {k: v for query in queries for k, v in query.report.items()}
    urn = str(stated.get("urn") or source.urn)
    marking, assumed = _marking(stated, options)
    result = _Yield(faults=[*source.table.faults, *noted])
    _read_rows(source, queries, _Stamp(urn, options.author, *marking, assumed), result)
    refusals = tuple(_refusals(source, result, urn))
    if not result.items:
        return Taken(refusals=refusals or source.original.refused(*_NOTHING).refusals)
    notes: list[Refusal] = []
    originator = str(stated.get("originator") or options.agency)
    report = Report(
        urn=urn,
        originator=originator,
        items=tuple(result.items),
        title=str(stated.get("title", "")),
        information_date=_period(stated.get("information_date"), source, notes),
        record_date=_period(stated.get("record_date"), source, notes),
        dates_assumed=not (stated.get("information_date") and stated.get("record_date")),
        file=source.file,
        sha256=source.original.sha256,
        format="table",
        origin_known=originator.casefold() != OPEN_SOURCE,
    )
    originals = {source.original.sha256: source.original.content}
    kept = tuple(_traces(traced, counted_in, urn, result))
    return Taken((report,), tuple(result.statements), (*refusals, *notes), originals, kept)


_NOTHING = ("there are no rows in it", "a header alone says nothing", "give rows below the header")


def _traces(
    traced: Sequence[Traced], counted_in: Mapping[int, int], urn: str, result: _Yield
) -> Iterator[traces.Trace]:
    """What is kept of the rows, each with the item that took it in.

    A row of which no item came, as one whose count cannot be read, is held by the first item.
    """
    items, left_out = {item.number for item in result.items}, set(result.filtered)
    first = result.items[0].number
    for row, identifiers in traced:
        counted = counted_in.get(row, row)
        if counted not in left_out:
            item = counted if counted in items else first
            yield from (traces.Trace(urn, item, row, one) for one in identifiers)


def _protected(
    source: TableSource, queries: Sequence[Query]
) -> tuple[TableSource, Sequence[Query], list[Fault], Mapping[int, int]]:
    """The table without the names of people being moved and of payers who are no suspects.

    Beside it the rows that could not be counted, and the row that each other one is counted in.
    """
    table, noted, counted_in = source.table, list[Fault](), dict[int, int]()
    guarded: list[Query] = []
    if len(queries) > 1 and any(query.count_only or query.customers for query in queries):
        raise WrongUse(
            "count_only: and customers: stand alone",
            where=source.file,
            why="another query over the same rows would keep the names they take out",
            do="write one query for this file",
        )
    for query in queries:
        if query.count_only:
            table, noted, counted_in = counts_of(table, query)
            query = counting(query)
        elif query.customers:
            table, query = customers_of(table, query, source.suspects)
        guarded.append(query)
    return replace(source, table=table), guarded, noted, counted_in


def _marking(
    stated: Mapping[str, Any], options: DoorOptions
) -> tuple[tuple[Grade, Handling], bool]:
    if stated.get("marking"):
        return parse_marking(str(stated["marking"])), False
    return options.marking, options.marking_assumed


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What every item and statement of the report has in common."""

    urn: str
    author: str
    grade: Grade
    handling: Handling
    by_default: bool


def _read_rows(
    source: TableSource, queries: Sequence[Query], stamp: _Stamp, result: _Yield
) -> None:
    table = source.table
    plans = [
        (_filter(query, table.columns), plan_entities(query, table, stamp.urn, source.key_prefix))
        for query in queries
    ]
    kept = set().union(*(query.columns for query in queries)) - _only_filters(queries)
    text = RowText(table.columns, kept)
    for number, cells in table.rows:
        passing = [plan for passes, plan in plans if passes(cells)]
        if not passing:
            result.filtered.append(number)
        elif any(cells):
            _read_row(number, cells, (text, passing, stamp), result)
        else:
            result.faults.append((f"row {number}", "the row is empty", "no cell has a value"))


def _only_filters(queries: Sequence[Query]) -> set[str]:
    read = {column for q in queries for e in q.entities for column in e.columns}
    asked = {column for q in queries for column in (*q.filters, *q.filters_not)}
    return asked - read


def _read_row(
    number: int,
    cells: list[str],
    means: tuple[RowText, list[list[EntityPlan]], _Stamp],
    result: _Yield,
) -> None:
    text, passing, stamp = means
    words, offsets = text.of(cells)
    claims: list[tuple[str, str, str, str, str, int, int]] = []
    faults: list[tuple[str, str, str]] = []
    for plans in passing:
        ids: dict[str, str] = {}
        for plan in plans:
            plan.read(number, cells, offsets, (ids, claims, faults))
    if not claims:
        result.faults.append((f"row {number}", *_why_nothing(faults)))
        return
    result.faults += [(f"row {number}, {column}", what, why) for column, what, why in faults]
    urn, author = stamp.urn, stamp.author
    item = Item(number, words, stamp.grade, stamp.handling, stamp.by_default)
    result.items.append(item)
    append = result.statements.append
    for n, (entity, schema, prop, value, cell, start, end) in enumerate(claims, 1):
        append(
            Statement(
                *(urn, number, n, entity, schema, prop, value),
                *(cell, "", start, end, EXTRACTOR, author, "accepted"),
            )
        )


def _why_nothing(faults: list[Fault]) -> tuple[str, str]:
    if not faults:
        return "the row says nothing", "no mapped cell has a value"
    return "nothing in the row could be taken", "; ".join(f"{c}: {why}" for c, _, why in faults)


def _filter(query: Query, columns: tuple[str, ...]) -> Any:  # noqa: ANN401 - a predicate on cells
    wanted = [(columns.index(c), words) for c, words in query.filters.items()]
    unwanted = [(columns.index(c), words) for c, words in query.filters_not.items()]
    if not wanted and not unwanted:
        return bool  # every row with a cell in it

    def passes(cells: list[str]) -> bool:
        return all(cells[at] in words for at, words in wanted) and not any(
            cells[at] in words for at, words in unwanted
        )

    return passes


def _refusals(source: TableSource, result: _Yield, urn: str) -> Iterator[Refusal]:
    name = source.original.name + (f" > {source.table.name}" if source.table.name else "")
    given = urn if result.items else ""
    for where, what, why in result.faults:
        yield Refusal(name, where, what, why, "correct the file or its mapping", given)
    if result.filtered:
        count = len(result.filtered)
        shown = ", ".join(map(str, result.filtered[:20])) + (", ..." if count > 20 else "")
        yield Refusal(
            name,
            f"rows {shown}",
            f"{count} rows were left out",
            "the mapping's filters leave them out",
            "change the filters if they belong in",
            given,
        )


def _period(stated: object, source: TableSource, notes: list[Refusal]) -> Period | None:
    """The period that a mapping states, or the span of the dates in the column it names."""
    if not stated:
        return None
    if not isinstance(stated, dict):
        return parse_period(str(stated))
    at = source.table.columns.index(stated["column"])
    periods = []
    for cell in {cells[at] for _, cells in source.table.rows if cells[at]}:
        try:
            periods.append(parse_period(cell))
        except Refused as bad:
            why = bad.why or "it is not a date"
            notes.append(source.original.refusal(f"column {stated['column']}", bad.what, why))
    if not periods:
        return None
    return Period(min(p.earliest for p in periods), max(p.latest for p in periods))
