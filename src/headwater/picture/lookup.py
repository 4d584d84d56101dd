"""Looking into a picture: entities of a schema with their evidence, and the sentence behind it."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import WrongUse, parse_statement_id, schemata
from headwater.picture.picture import Picture


def things(picture: Picture, schema: str) -> list[dict[str, Any]]:
    """The entities of a schema, or a kind of it, in the order of their ids.

    Each is `{"id", "schema", "caption", "properties"}`; `properties` holds for each property a
    list of `{"value", "text", "status", "modality", "grade", "group", "statement"}`.

    Raises:
        WrongUse: If there is no such schema.
    """
    if schema not in schemata():
        raise WrongUse(f"there is no schema {schema!r}", do="see docs/reference for the schemata")
    kinds = pa.array([name for name, one in schemata().items() if one.is_a(schema)])
    entities = picture.entities.select(["id", "schema", "caption"])
    chosen = entities.filter(pc.is_in(entities["schema"], value_set=kinds))
    found = {row["id"]: row | {"properties": {}} for row in chosen.to_pylist()}
    for row in _statements_of(picture, list(found)).to_pylist():
        entity, name = row.pop("entity"), row.pop("property")
        row["statement"] = row.pop("id")
        found[entity]["properties"].setdefault(name, []).append(row)
    return list(found.values())


def sentence(picture: Picture, statement: str) -> dict[str, Any]:
    """What a statement was taken from: its words, the item with its grade, and the report.

    Keys: statement, text, start, end, item_text, grade, handling, graded_by_default, urn, item,
    title, originator, group.

    Raises:
        WrongUse: If the id is malformed, or the picture holds no such statement.
    """
    urn, item, n = parse_statement_id(statement)
    said = _one(picture.statements, {"urn": urn, "item": item, "n": n})
    if said is None:
        raise WrongUse(f"this picture holds no statement {statement!r}", do="check the id")
    words = _one(picture.items, {"urn": urn, "item": item}) or {}
    report = _one(picture.reports, {"urn": urn}) or {}
    return {
        "statement": statement,
        **{name: said[name] for name in ("text", "start", "end", "grade", "handling", "group")},
        "item_text": words.get("text", ""),
        "graded_by_default": words.get("graded_by_default", False),
        "urn": urn,
        "item": item,
        "title": report.get("title", ""),
        "originator": report.get("originator", ""),
    }


_PROPERTY = ["entity", "property", "value", "text", "status", "modality", "grade", "group", "id"]


def _statements_of(picture: Picture, entities: list[str]) -> pa.Table:
    rows = picture.statements.select(_PROPERTY)
    return rows.filter(pc.is_in(rows["entity"], value_set=pa.array(entities, pa.string())))


def _one(table: pa.Table, wanted: dict[str, object]) -> dict[str, Any] | None:
    mask = None
    for name, value in wanted.items():
        equal = pc.equal(table[name], value)
        mask = equal if mask is None else pc.and_(mask, equal)
    rows: list[dict[str, Any]] = table.filter(mask).slice(0, 1).to_pylist()
    return rows[0] if rows else None
