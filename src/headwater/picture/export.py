"""Writing a picture as Parquet, with protected people withheld."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import schemata
from headwater.picture.picture import Picture
from headwater.picture.tables import TABLES
from headwater.safeguard import masked, must_mask, parse_purpose

_SUBJECTS: dict[str, tuple[str, ...]] = {
    "entities": ("id",),
    "names": ("entity",),
    "links": ("source", "target"),
    "money": ("from", "to"),
    "statements": ("entity", "value"),
    "categories": ("entity",),
    "legs": (),
    "places": (),
    "series": (),
    "reports": (),
    "items": (),
}
"""Columns that may name a person; a row goes if one of them names a protected one."""


def write_parquet(picture: Picture, folder: Path) -> list[Path]:
    """Write each table as `NAME.parquet`; returns the files.

    Rows about people who must not be named for the picture's purpose are left out, whoever else
    they concern, with their documents, accounts, addresses, and calls; what names them in the text
    of items is masked.

    Args:
        picture: What to write.
        folder: Where to; made if it is not there.
    """
    import pyarrow.parquet as pq

    folder.mkdir(parents=True, exist_ok=True)
    hidden = _with_belongings(picture, pa.array(sorted(_withheld(picture)), pa.string()))
    written = []
    for name in TABLES:
        table = picture.tables[name]
        for column in _SUBJECTS[name]:
            words = pc.cast(table[column], pa.string())
            table = table.filter(pc.invert(pc.is_in(words, value_set=hidden)))
        if name == "items":
            table = _masked_items(picture, hidden)
        path = folder / f"{name}.parquet"
        pq.write_table(_without_unused_words(table), path)
        written.append(path)
    return written


def _withheld(picture: Picture) -> frozenset[str]:
    people = picture.entities.filter(pc.not_equal(picture.entities["category"], ""))
    columns = (people[name].to_pylist() for name in ("id", "category", "public_office"))
    rows = list(zip(*columns, strict=True))
    purpose = parse_purpose(picture.purpose or "export of plain files")
    office = {one for one, _, holds in rows if holds}
    # The category of the table is the governing one already; undecided is said by its word.
    return must_mask({one: (category,) for one, category, _ in rows}, purpose, office)


def _with_belongings(picture: Picture, people: pa.Array) -> pa.Array:
    """These people, and what would lead to them: whatever refers to one, and their addresses.

    Other people and bodies that refer to one stay; the row that says so goes.
    """
    rows = picture.statements.select(["entity", "property", "value"])
    subject, value = (pc.cast(rows[name], pa.string()) for name in ("entity", "value"))
    referring = subject.filter(pc.is_in(value, value_set=people))
    home = pc.and_(pc.equal(rows["property"], "addressEntity"), pc.is_in(subject, value_set=people))
    found = pc.unique(
        pa.chunked_array([*referring.chunks, *value.filter(home).chunks], pa.string())
    )
    entities = picture.entities
    bodies = pa.array([name for name, one in schemata().items() if one.is_a("LegalEntity")])
    standing = entities.filter(pc.is_in(entities["schema"], value_set=bodies))["id"]
    things = found.filter(pc.invert(pc.is_in(found, value_set=standing.combine_chunks())))
    return pc.unique(pa.concat_arrays([people, things]))


def _masked_items(picture: Picture, hidden: pa.Array) -> pa.Table:
    """The items, without what the statements about these people were taken from."""
    rows = picture.statements
    about = [pc.is_in(pc.cast(rows[c], pa.string()), value_set=hidden) for c in ("entity", "value")]
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    told = rows.filter(pc.or_(*about)).select(["urn", "item", "start", "end", "text"])
    for row in told.to_pylist():
        spans.setdefault((row["urn"], row["item"]), []).append((row["start"], row["end"]))
    items = picture.items
    keys = zip(items["urn"].to_pylist(), items["item"].to_pylist(), strict=True)
    touched = np.array([key in spans for key in keys], dtype=np.bool_)
    return _with_texts(items, touched, spans)


def _with_texts(
    items: pa.Table,
    touched: npt.NDArray[np.bool_],
    spans: dict[tuple[str, int], list[tuple[int, int]]],
) -> pa.Table:
    texts = items["text"].to_pylist()
    notes = items["provenance"].to_pylist()
    for place in np.flatnonzero(touched).tolist():
        key = (items["urn"][place].as_py(), items["item"][place].as_py())
        whole = [(start, end) for start, end in spans[key] if 0 <= start < end]
        # A row of a table has no spans, so nothing of it can be shown.
        texts[place] = masked(texts[place], whole) if whole else ""
        notes[place] = ""
    columns = {"text": pa.array(texts, pa.string()), "provenance": pa.array(notes, pa.string())}
    for name, column in columns.items():
        items = items.set_column(items.column_names.index(name), name, column)
    return items


def _without_unused_words(table: pa.Table) -> pa.Table:
    """The dictionary of a column may still hold the words of rows that were left out."""
    for at, field in enumerate(table.schema):
        if pa.types.is_dictionary(field.type):
            fresh = pc.cast(table[field.name], pa.string()).dictionary_encode()
            table = table.set_column(at, field.name, fresh)
    return table
