"""A picture from plain files, without a node: the same tables, under the rules for plain files."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import Property, WrongUse, schema, words
from headwater.picture.given.beside import CHECKS
from headwater.picture.given.cells import DATES, KEPT, Named, PlainCells, caveats_of
from headwater.picture.given.files import read_plain
from headwater.picture.given.naming import named_in
from headwater.picture.given.people import bodies_of, people_caveats, people_tables
from headwater.picture.given.places import places_table
from headwater.picture.given.wording import BASES, MODES, PAYMENTS, SERVICES
from headwater.picture.picture import Picture
from headwater.picture.tables import make_table
from headwater.safeguard import check_assumption

WANTED: dict[str, tuple[str, ...]] = {
    "links": ("source", "target"),
    "people": ("id",),
    "legs": ("from", "to"),
    "series": ("date", "series", "value"),
    "money": ("date", "from", "to", "amount", "currency"),
    "operations": ("id", "date", "end", "place", "kind"),
    "incidents": ("date", "lat", "lon", "dead_and_missing", "cause"),
    "rates": ("date", "currency", "rate"),
    "prices": ("date", "area", "index"),
    "figures": ("unit", "parameter", "low", "high"),
}
"""The plain files there are, with the columns that each must have."""


_FEWEST_DATES = 3  # from which on a date may be told to lie far from the others
_MOST_CARRIED = 10_000
_NOBODY = pa.table({"id": pa.array([], pa.string())})


def from_plain_files(*, assume_category: str = "", **paths: Path | str | None) -> Picture:
    """A picture of plain files; every row counts as accepted, and each file as one report.

    Ids are text as written (`NA` and `007` are ids). The files as given, extra columns included,
    stand in the tables `given_links`, `given_people` and so on. A statement id is the name of the
    file with the row: `links.csv#12.1`.

    Args:
        assume_category: Category for people who have none; empty for no such help.
        paths: Files by kind: those of `WANTED`.

    A cell that makes no sense is left empty, and a row that cannot do without it left out; the
    caveats name them by line.

    Raises:
        WrongUse: If a file cannot be read, a wanted column is missing, or no row can be used.
        NotPermitted: If a category may not be assumed for these people.
    """
    unknown = sorted(set(paths) - set(WANTED))
    if unknown:
        raise WrongUse(f"there is no plain file {unknown[0]!r}", do=f"one of {', '.join(WANTED)}")
    files = {kind: Path(path) for kind, path in sorted(paths.items()) if path is not None}
    cells = _cells(files, assume_category)
    people = cells.get("people")
    if people:
        _hide(cells, named_in(people))
    tables = {kind: build(cells[kind]) for kind, build in _BUILDERS.items() if kind in cells}
    tables |= {f"given_{kind}": one.table for kind, one in cells.items()}
    tables |= {f"given_{kind}": CHECKS[kind](cells[kind]) for kind in CHECKS.keys() & cells.keys()}
    tables |= {"places": places_table(cells["legs"])} if "legs" in cells else {}
    caveats = []
    if "links" in tables:
        caveats += _link_caveats(tables["links"])
    if tables.keys() & {"links", "money"} or people:
        tables |= _with_people(cells, tables, assume_category)
        caveats += people_caveats(tables["entities"], tables.get("given_people"), assume_category)
    read = {*_BUILDERS, *CHECKS, "people"}
    caveats += caveats_of(one for kind, one in cells.items() if kind in read)
    tables["reports"] = _reports(files, cells)
    return Picture.of(tables, caveats=tuple(caveats))


_NAMING: dict[str, tuple[str, ...]] = {
    "legs": ("from", "to"),
    "series": ("series", "place", "mode"),
    "operations": ("id",),
}
"""Columns that say what a row is about: a row whose cell names somebody is left out."""
_ASIDE: dict[str, tuple[str, ...]] = {
    "legs": ("group",),
    "operations": ("place", "kind", "group", "agency", "case"),
    "incidents": ("route", "region", "country"),
    "figures": ("source",),
}
"""Columns that are emptied where they name somebody."""


def _hide(cells: Mapping[str, PlainCells], named: Named) -> None:
    """Nobody of the file of people is named by a route, a series, an operation or a source."""
    for columns, row in ((_NAMING, True), (_ASIDE, False)):
        for kind in columns.keys() & cells.keys():
            for name in columns[kind]:
                cells[kind].hide(name, named, row=row)


def _cells(files: Mapping[str, Path], assume: str) -> dict[str, PlainCells]:
    """The files, opened; refused where a category may not be assumed for their people."""
    given = {kind: read_plain(path, WANTED[kind]) for kind, path in files.items()}
    if assume:
        for kind in given.keys() & {"people", "links", "money"}:
            check_assumption(assume, files[kind].name, _distinct(given[kind]))
    return {kind: PlainCells(given[kind], files[kind].name, files[kind]) for kind in given}


def _with_people(
    cells: Mapping[str, PlainCells], tables: Mapping[str, pa.Table], assume: str
) -> dict[str, pa.Table]:
    """The tables about people: those of their file, and the ends of links and of money."""
    people = cells.get("people") or PlainCells(_NOBODY, "")
    people.text("country")  # not a column of any table: the limits of organisers read it
    bodies = bodies_of(cells["money"]) if "money" in cells else {}
    return people_tables(people, tables.get("links"), assume, tables.get("money"), bodies)


def with_plain_files(picture: Picture, **paths: Path) -> Picture:
    """A node's picture with plain files read beside it, as the tables `given_rates` and so on.

    Raises:
        WrongUse: If a file cannot be read or lacks a wanted column.
    """
    beside = from_plain_files(assume_category="", **paths)
    given = {name: table for name, table in beside.tables.items() if name.startswith("given_")}
    return Picture.of(
        {**picture.tables, **given},
        viewer=picture.viewer,
        purpose=picture.purpose,
        caveats=(*picture.caveats, *beside.caveats),
    )


def _distinct(table: pa.Table) -> dict[str, list[str]]:
    """Every cell of each column, once."""
    return {name: pc.unique(table[name]).to_pylist() for name in table.column_names}


def _table(name: str, cells: PlainCells, columns: Mapping[str, pa.Array]) -> pa.Table:
    """A table of the picture from the rows that can be used, with where they come from."""
    said = cells.text("report")
    report = pc.if_else(pc.equal(said, ""), cells.file, said)
    evidence = {
        "report": report,
        "group": report,
        "grade": cells.grade(),
        "status": cells.empty("accepted"),
        "modality": cells.empty("done"),
        "statement": cells.statements,
    }
    return make_table(name, pa.table({**columns, **evidence}).filter(cells.kept))


def _links(cells: PlainCells) -> pa.Table:
    weight = cells.number("weight", least=0, instead="taken as 1")
    columns = {
        "id": cells.statements,
        "source": cells.needed("source"),
        "target": cells.needed("target"),
        "layer": cells.text("layer"),
        "directed": cells.flag("directed", default=True),
        "date": cells.date("date"),
        "weight": pc.fill_null(weight, 1.0),
    }
    return _table("links", cells, columns)


def _legs(cells: PlainCells) -> pa.Table:
    start, end = cells.text("from"), cells.text("to")
    nowhere = pc.and_(pc.equal(start, ""), pc.equal(end, ""))
    cells.leave_out(nowhere, lambda _: "from and to are both empty")
    low, high = _fees(cells)
    has_fee = pc.or_(pc.is_valid(low), pc.is_valid(high))
    columns = {
        "id": cells.statements,
        "from": start,
        "to": end,
        "from_name": start,
        "to_name": end,
        "network": cells.text("group"),
        "mode": cells.word("mode", words("mode"), also=MODES),
        "date": _near(cells, cells.date("date")),
        "date_to": cells.date("date_to"),
        "persons": _carried(cells),
        "fee_min": low,
        "fee_max": high,
        "fee_statement": pc.if_else(has_fee, cells.statements, ""),
        "currency": cells.currency("currency"),
        "fee_basis": cells.word(
            "fee_basis", _property("Fee", "basis").words, KEPT, also=BASES, own=True
        ),
        "service_model": cells.word(
            "service_model", _property("Leg", "serviceModel").words, also=SERVICES
        ),
        "payment_mode": cells.word(
            "payment_mode", _property("Leg", "paymentMode").words, also=PAYMENTS
        ),
    }
    if "date" in cells.table.column_names:
        cells.lacking(
            pc.equal(cells.text("date"), ""), f"has no date, so it is in no month: {DATES}"
        )
    for name in ("currency", "fee_basis"):
        bare = pc.and_(has_fee, pc.equal(columns[name], ""))
        cells.lacking(bare, f"has a fee without {name}, compared with nothing: fill that column")
    return _table("legs", cells, columns)


def _near(cells: PlainCells, dates: pa.Array) -> pa.Array:
    """The dates; the last, where they are years after all others, are noted: a typed year.

    A plain file has no clock: what is too late can only be told by the other dates.
    """
    year = pc.cast(pc.if_else(pc.equal(dates, ""), None, pc.utf8_slice_codeunits(dates, 0, 4)),
                   pa.int64())  # fmt: skip
    known = sorted(year.drop_null().to_pylist())
    usual = known[: max(1, len(known) - max(1, len(known) // 20))]
    if len(known) < _FEWEST_DATES:
        return dates
    late = pc.fill_null(pc.greater(year, usual[-1] + 1), False)
    cells.note(
        late,
        lambda row: (
            f"{dates[row].as_py()} is years after the other dates of the file; kept: check the year"
        ),
    )
    return dates


def _carried(cells: PlainCells) -> pa.Array:
    """People moved; more than any ship carries is kept and noted."""
    persons = cells.number("persons", least=0, whole=True)
    many = pc.fill_null(pc.greater(persons, _MOST_CARRIED), False)
    cells.note(
        many, lambda row: f"{persons[row].as_py():,.0f} persons on one leg are odd; kept: check it"
    )
    return persons


def _fees(cells: PlainCells) -> tuple[pa.Array, pa.Array]:
    """Lowest and highest fee; a pair the wrong way round is no range."""
    low, high = (cells.number(name, least=0) for name in ("fee_min", "fee_max"))
    turned = pc.fill_null(pc.greater(low, high), False)
    cells.note(
        turned,
        lambda row: (
            f"fee_min {low[row].as_py():g} is above fee_max {high[row].as_py():g}; both left empty"
        ),
    )
    return pc.if_else(turned, None, low), pc.if_else(turned, None, high)


def _property(kind: str, name: str) -> Property:
    return schema(kind).properties[name]


def _money(cells: PlainCells) -> pa.Table:
    amount = cells.number("amount", least=0)
    cells.text("method")  # not a column of the table: business.money reads it in the file
    date = cells.date("date")
    cells.lacking(pc.equal(cells.text("date"), ""), f"has no date, so it is in no pattern: {DATES}")
    cells.lacking(
        pc.equal(cells.text("currency"), ""),
        "has no currency, so it is added up by itself: fill that column",
    )
    columns = {
        "id": cells.statements,
        "kind": cells.empty("payment"),
        "date": date,
        "from": cells.text("from"),
        "to": cells.text("to"),
        "low": amount,
        "high": amount,
        "currency": cells.currency("currency"),
        "text": pc.if_else(pc.is_valid(amount), cells.text("memo"), ""),
    }
    return _table("money", cells, columns)


def _one_spelling(cells: PlainCells) -> pa.Array:
    """Names that differ only in capitals or spaces are one, spelt as most rows spell it."""
    given = cells.needed("series")
    told: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for one in pc.value_counts(given).to_pylist():
        told[" ".join(one["values"].split()).casefold()].append((-one["counts"], one["values"]))
    spelt = {name: min(held)[1] for held in told.values() for _, name in held}
    names = pa.array(list(spelt), pa.string())
    taken = pc.take(pa.array(spelt.values(), pa.string()), pc.index_in(given, names))
    cells.note(
        pc.not_equal(given, taken),
        lambda row: (
            f"{given[row].as_py()!r} counts as {taken[row].as_py()!r}: the names differ only in "
            "capitals or spaces"
        ),
        slight=True,
    )
    return taken


def _note_double(cells: PlainCells, columns: Mapping[str, pa.Array]) -> None:
    """Name the lines of a date and part counted twice in one release with different numbers."""
    keys = ["series", "date", "unit", "place", "mode", "release", "report"]
    held = pa.table({**columns, "report": cells.text("report"), "row": range(len(cells.kept))})
    held = held.filter(pc.and_(cells.kept, pc.is_valid(columns["value"])))
    held = held.filter(pc.not_equal(held["date"], ""))
    found = held.group_by(keys).aggregate([("value", "count_distinct"), ("row", "list")])
    found = found.filter(pc.greater(found["value_count_distinct"], 1))
    rows = [row for some in found["row_list"].to_pylist() for row in some]
    double = pc.is_in(pa.array(range(len(cells.kept))), value_set=pa.array(rows, pa.int64()))
    cells.note(
        double,
        lambda row: (
            f"{columns['series'][row].as_py()} {columns['date'][row].as_py()} is counted twice "
            "with different numbers"
        ),
    )


def _series(cells: PlainCells) -> pa.Table:
    value = cells.number("value")
    cells.lacking(
        pc.equal(cells.text("date"), ""), f"has no date, so it counts in no period: {DATES}"
    )
    columns = {
        "series": _one_spelling(cells),
        "date": cells.date("date"),
        "value": value,
        "low": value,
        "high": value,
        "unit": cells.text("unit"),
        "place": cells.text("place"),
        "mode": cells.word("mode", words("mode"), KEPT, also=MODES, own=True),
        "release": cells.text("release"),
    }
    _note_double(cells, columns)
    return _table("series", cells, columns)


_BUILDERS = {"links": _links, "legs": _legs, "money": _money, "series": _series}


def _name(files: Mapping[str, Path], kind: str) -> str:
    return files[kind].name if kind in files else ""


def _reports(files: Mapping[str, Path], cells: Mapping[str, PlainCells]) -> pa.Table:
    """Each file is one report and one source, until its rows name reports of their own."""
    names = [path.name for path in files.values()]
    rows = [one.table.num_rows for one in cells.values()]
    return make_table(
        "reports",
        {
            "urn": names,
            "title": [f"plain file of {kind}" for kind in files],
            "format": ["table"] * len(names),
            "file": names,
            "items": rows,
            "statements": rows,
            "group": names,
            "group_reason": ["one file counts as one source"] * len(names),
        },
    )


def _link_caveats(links: pa.Table) -> list[str]:
    caveats = []
    selves = pc.sum(pc.equal(links["source"], links["target"])).as_py()
    if selves:
        caveats.append(f"{selves} of the links tie somebody to themselves; they count as no tie.")
    ends = links.select(["source", "target", "layer", "date"])
    repeated = links.num_rows - ends.group_by(ends.column_names).aggregate([]).num_rows
    if repeated:
        caveats.append(f"{repeated} of the links repeat another; they count as one tie.")
    return caveats
