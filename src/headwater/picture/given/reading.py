"""A picture from plain files, without a node: the same tables, under the rules for plain files."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import BadGrading, WrongUse, parse_grade
from headwater.picture.given.assumed import check_assumption
from headwater.picture.given.files import (
    flag_of,
    number_of,
    read_plain,
    repeat,
    require_text,
    text_of,
)
from headwater.picture.given.people import people_caveats, people_tables
from headwater.picture.picture import Picture
from headwater.picture.tables import make_table

WANTED: dict[str, tuple[str, ...]] = {
    "links": ("source", "target"),
    "people": ("id",),
    "legs": ("from", "to"),
    "series": ("date", "series", "value"),
    "money": ("date", "from", "to", "amount", "currency"),
    "operations": ("id", "date", "end", "place", "kind"),
    "incidents": ("date", "lat", "lon", "dead_and_missing", "cause"),
}
"""The plain files there are, with the columns that each must have."""


def from_plain_files(*, assume_category: str = "", **paths: Path | str | None) -> Picture:
    """A picture of plain files; every row counts as accepted, and each file as one report.

    Ids are text as written (`NA` and `007` are ids). The files as given, extra columns included,
    stand in the tables `given_links`, `given_people` and so on. A statement id is the name of the
    file with the row: `links.csv#12.1`.

    Args:
        assume_category: Category for people who have none; empty for no such help.
        paths: Files by kind: `links`, `people`, `legs`, `series`, `money`, `operations`,
            `incidents`.

    Raises:
        WrongUse: If a file cannot be read, a wanted column is missing, or a cell makes no sense.
        NotPermitted: If a category may not be assumed for these people.
    """
    unknown = sorted(set(paths) - set(WANTED))
    if unknown:
        raise WrongUse(f"there is no plain file {unknown[0]!r}", do=f"one of {', '.join(WANTED)}")
    files = {kind: Path(path) for kind, path in sorted(paths.items()) if path is not None}
    given = {kind: read_plain(path, WANTED[kind]) for kind, path in files.items()}
    if assume_category:
        about_people = [kind for kind in ("people", "links") if kind in given]
        check_assumption(assume_category, {files[k].name: given[k] for k in about_people})
    tables: dict[str, pa.Table] = {f"given_{kind}": table for kind, table in given.items()}
    for kind, build in _BUILDERS.items():
        if kind in given:
            tables[kind] = build(given[kind], files[kind].name)
    links, people = tables.get("links"), given.get("people")
    caveats = [] if links is None else _link_caveats(links)
    if links is not None or people is not None:
        tables |= people_tables(people, links, _name(files, "people"), assume_category)
        caveats += people_caveats(tables["entities"], people, assume_category)
    tables["reports"] = _reports(files, given)
    return Picture.of(tables, caveats=tuple(caveats))


def _evidence(table: pa.Table, file: str) -> dict[str, pa.Array]:
    """The columns that say where a row comes from."""
    rows = pa.array(range(1, table.num_rows + 1)).cast(pa.string())
    said = text_of(table, "report")
    report = pc.if_else(pc.equal(said, ""), file, said)
    return {
        "report": report,
        "group": report,
        "grade": _grades(table, file),
        "status": repeat("accepted", table.num_rows),
        "modality": repeat("done", table.num_rows),
        "statement": pc.binary_join_element_wise(f"{file}#", rows, ".1", ""),
    }


def _grades(table: pa.Table, file: str) -> pa.Array:
    given = text_of(table, "grade")
    for word in pc.unique(given).to_pylist():
        try:
            parse_grade(word or "2D")
        except BadGrading as bad:
            raise BadGrading(bad.what, where=f"{file}, column grade", do=bad.do) from bad
    return given


def _links(table: pa.Table, file: str) -> pa.Table:
    evidence = _evidence(table, file)
    weight = number_of(table, "weight", file, least=0)
    return make_table(
        "links",
        {
            "id": evidence["statement"],
            "source": require_text(text_of(table, "source"), file, "source"),
            "target": require_text(text_of(table, "target"), file, "target"),
            "layer": text_of(table, "layer"),
            "directed": flag_of(table, "directed", file, default=True),
            "date": text_of(table, "date"),
            "weight": pc.fill_null(weight, 1.0),
            **evidence,
        },
    )


def _legs(table: pa.Table, file: str) -> pa.Table:
    evidence = _evidence(table, file)
    start, end = (require_text(text_of(table, name), file, name) for name in ("from", "to"))
    same = ("mode", "date", "date_to", "currency", "fee_basis", "service_model", "payment_mode")
    low, high = (number_of(table, name, file, least=0) for name in ("fee_min", "fee_max"))
    has_fee = pc.or_(pc.is_valid(low), pc.is_valid(high))
    return make_table(
        "legs",
        {
            "id": evidence["statement"],
            "from": start,
            "to": end,
            "from_name": start,
            "to_name": end,
            "network": text_of(table, "group"),
            "persons": number_of(table, "persons", file, least=0),
            "fee_min": low,
            "fee_max": high,
            "fee_statement": pc.if_else(has_fee, evidence["statement"], ""),
            **{name: text_of(table, name) for name in same},
            **evidence,
        },
    )


def _money(table: pa.Table, file: str) -> pa.Table:
    evidence = _evidence(table, file)
    amount = number_of(table, "amount", file, least=0)
    return make_table(
        "money",
        {
            "id": evidence["statement"],
            "kind": repeat("payment", table.num_rows),
            "low": amount,
            "high": amount,
            "text": text_of(table, "memo"),
            **{name: text_of(table, name) for name in ("date", "from", "to", "currency")},
            **evidence,
        },
    )


def _series(table: pa.Table, file: str) -> pa.Table:
    value = number_of(table, "value", file)
    same = ("date", "series", "release", "unit")
    return make_table(
        "series",
        {
            "value": value,
            "low": value,
            "high": value,
            **{name: text_of(table, name) for name in same},
            **_evidence(table, file),
        },
    )


_BUILDERS = {"links": _links, "legs": _legs, "money": _money, "series": _series}


def _name(files: Mapping[str, Path], kind: str) -> str:
    return files[kind].name if kind in files else ""


def _reports(files: Mapping[str, Path], given: Mapping[str, pa.Table]) -> pa.Table:
    """Each file is one report and one source, until its rows name reports of their own."""
    names = [path.name for path in files.values()]
    rows = [table.num_rows for table in given.values()]
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
