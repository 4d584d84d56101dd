"""Mapping: which cells of a table say what, written by a person in the FollowTheMoney dialect.

Beyond the dialect, on the whole mapping or a query:
    report      originator, urn, title, marking, information_date, record_date; dates are text or
                {column: NAME}, the span of that column
    key_prefix  ids of entities are shared by all files that are read with this prefix
    country     ISO code for phone numbers without prefix;  decimal  `,` or `.`
    words       what the table's words stand for, in every column; also on one property
    count_only  rows name people being moved: only Observations leave the table, added up
    customers   the column of payers, who become "customers" unless they are suspects
    identity    of rows about protected people, the columns of name, birth_date, phone, document,
                document_kind, account; only keyed digests are kept. Without it, headers tell
on an entity:
    category    column or literal, words, case, author, reason, date: what the originator decided
on a property:
    necessity   why a sensitive property must be taken;  only  a pattern its cells must match
An entity without key is one a row. An unknown key is an error, never ignored.

Source: FollowTheMoney mapping files, https://followthemoney.tech/docs/mappings/.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from headwater.intake.tables.query import EntityMap, PropertyMap, Query, check_query
from headwater.model import HeadwaterError, WrongUse

LARGEST_MAPPING = 1_000_000
"""Bytes; a mapping is written by hand."""

_QUERY_KEYS = {
    *("csv_url", "csv_urls", "filters", "filters_not", "entities", "count_only", "customers"),
    *("country", "decimal", "report", "words", "identity"),
}
_ENTITY_KEYS = {
    *("schema", "key", "keys", "key_literal", "id_column", "properties", "category"),
}
_PROPERTY_KEYS = {
    *("column", "columns", "literal", "literals", "join", "split", "format", "template", "entity"),
    *("required", "words", "necessity", "fuzzy", "only"),
}
_REPORT_KEYS = {"originator", "urn", "title", "information_date", "record_date", "marking"}
_CATEGORY_KEYS = {"column", "literal", "case", "author", "reason", "date", "words"}


@dataclass(frozen=True, slots=True)
class Mapping:
    """All queries of one mapping file.

    Attributes:
        queries: How rows become entities, query by query.
        key_prefix: Shared by the ids of entities; empty where ids belong to one report alone.
        name: Name of the mapping, for messages.
    """

    queries: tuple[Query, ...]
    key_prefix: str = ""
    name: str = field(default="mapping")

    def for_file(self, file: str, columns: tuple[str, ...]) -> tuple[Query, ...]:
        """The queries that speak of a file: by its name, else those whose columns are all there.

        Raises:
            WrongUse: If none does; it says which columns are missing.
        """
        named = [query for query in self.queries if file in query.files]
        chosen = named or [q for q in self.queries if not q.files] or list(self.queries)
        missing = [sorted(query.needed - set(columns)) for query in chosen]
        fitting = [query for query, lacks in zip(chosen, missing, strict=True) if not lacks]
        if fitting and (not named or len(fitting) == len(named)):
            return tuple(fitting)
        lacking = sorted({column for lacks in missing for column in lacks})
        raise WrongUse(
            f"the mapping names columns that the table does not have: {', '.join(lacking)}",
            where=f"{self.name} on {file}",
            why=f"the table has {', '.join(columns[:40])}",
            do="correct the column names in the mapping",
        )


def load_mapping(path: Path) -> Mapping:
    """Read and check a mapping file.

    Raises:
        WrongUse: As `read_mapping`, and where there is no such file.
    """
    if not path.is_file():
        raise WrongUse("there is no such mapping file", where=str(path), do="check the path")
    return read_mapping(path.read_bytes(), path.name)


def read_mapping(content: bytes, name: str) -> Mapping:
    """Read and check the content of a mapping file.

    Raises:
        WrongUse: If it cannot be read, or names a schema, property, word or key that is not there.
    """
    if len(content) > LARGEST_MAPPING:
        raise WrongUse("this is too large for a mapping", where=name)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        raw = yaml.load(content.decode("utf-8"), Loader=loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as bad:
        problem = str(bad).replace("\n", " ")
        raise WrongUse("the mapping is not YAML", where=name, why=problem) from bad
    return parse_mapping(raw, name)


def parse_mapping(raw: Any, name: str) -> Mapping:  # noqa: ANN401 - whatever the file holds
    """Check a mapping that was read from YAML: bare, or under the name of its data set.

    Raises:
        WrongUse: At the first thing that is wrong, with the place where it stands.
    """
    body = _mapping(raw, name)
    if not {"queries", "query", "entities"} & body.keys():
        if len(body) != 1:
            raise WrongUse("a mapping has queries or entities", where=name, do="see the examples")
        dataset, inner = next(iter(body.items()))
        body, name = _mapping(inner, name), f"{name}, {dataset}"
    if "entities" in body:
        queries: list[Any] = [
            {k: v for k, v in body.items() if k in _QUERY_KEYS},
        ]
        body = {k: v for k, v in body.items() if k not in _QUERY_KEYS} | {"queries": queries}
    allowed = {"queries", "query", "report", "key_prefix", "label", "info_url", "country"}
    _only(body, allowed, name)
    listed = body.get("queries", body.get("query"))
    listed = listed if isinstance(listed, list) else [listed]
    above: dict[str, Any] = {key: body[key] for key in ("report", "country") if key in body}
    queries = [
        _query(_mapping(one, name), above, f"{name}, query {n}") for n, one in enumerate(listed, 1)
    ]
    return Mapping(tuple(queries), str(body.get("key_prefix", "")), name)


def _mapping(raw: object, where: str) -> dict[str, Any]:
    if not isinstance(raw, dict) or not all(isinstance(key, str) for key in raw):
        raise WrongUse("a mapping of names to values is expected here", where=where)
    return raw


def _only(raw: dict[str, Any], allowed: set[str], where: str) -> None:
    strange = sorted(raw.keys() - allowed)
    if strange:
        raise WrongUse(
            f"{strange[0]!r} means nothing here",
            where=where,
            do=f"use {', '.join(sorted(allowed))}",
        )


def _query(raw: dict[str, Any], above: dict[str, Any], where: str) -> Query:
    _only(raw, _QUERY_KEYS, where)
    urls = _listed(raw, "csv_url", "csv_urls")
    report = _mapping(above.get("report", {}), where) | _mapping(raw.get("report", {}), where)
    _only(report, _REPORT_KEYS, f"{where}, report")
    entities = _mapping(raw.get("entities", {}), f"{where}, entities")
    query = Query(
        files=tuple(re.split(r"[/\\]", url.split("?")[0])[-1] for url in urls),
        entities=tuple(_entity(n, _mapping(e, where), where) for n, e in entities.items()),
        filters=_filters(raw.get("filters"), where),
        filters_not=_filters(raw.get("filters_not"), where),
        count_only=bool(raw.get("count_only")),
        customers=str(raw.get("customers", "")),
        country=str(raw.get("country", above.get("country", ""))),
        decimal=str(raw.get("decimal", ".")),
        report={key: value for key, value in report.items()},
        words=_words(raw.get("words"), where),
        identity=_identity(raw.get("identity"), f"{where}, identity"),
    )
    try:
        check_query(query)
    except HeadwaterError as bad:
        raise WrongUse(
            bad.what, where=f"{where}, {bad.where}" if bad.where else where, why=bad.why, do=bad.do
        ) from bad
    return query


def _listed(raw: dict[str, Any], *keys: str) -> list[str]:
    found: list[str] = []
    for key in keys:
        value = raw.get(key, [])
        found += [str(v) for v in value] if isinstance(value, list) else [str(value)]
    return found


def _filters(raw: object, where: str) -> dict[str, frozenset[str]]:
    pairs = _mapping(raw or {}, f"{where}, filters").items()
    return {
        column: frozenset(map(str, wanted))
        if isinstance(wanted, list)
        else frozenset((str(wanted),))
        for column, wanted in pairs
    }


def _identity(raw: object, where: str) -> dict[str, tuple[str, ...]]:
    parts = _mapping(raw or {}, where)
    return {part: tuple(_listed(parts, part)) for part in parts}


def _words(raw: object, where: str) -> dict[str, str]:
    return {str(k): str(v) for k, v in _mapping(raw or {}, f"{where}, words").items()}


def _entity(name: str, raw: dict[str, Any], where: str) -> EntityMap:
    where = f"{where}, {name}"
    _only(raw, _ENTITY_KEYS, where)
    if "schema" not in raw:
        raise WrongUse("an entity needs a schema", where=where)
    properties = _mapping(raw.get("properties") or {}, where)
    category = _mapping(raw.get("category") or {}, where)
    _only(category, _CATEGORY_KEYS, f"{where}, category")
    return EntityMap(
        name=name,
        schema=str(raw["schema"]),
        keys=tuple(_listed(raw, "key", "keys")),
        key_literal=str(raw.get("key_literal", "")),
        id_column=str(raw.get("id_column", "")),
        properties=tuple(_property(n, p, where) for n, p in properties.items()),
        category={k: v for k, v in category.items() if k != "words"},
        category_words=_words(category.get("words"), where),
    )


def _pattern(raw: object, where: str) -> re.Pattern[str] | None:
    try:
        return re.compile(str(raw), re.DOTALL) if raw else None
    except re.error as bad:
        raise WrongUse("only: is not a pattern", where=where, why=str(bad)) from bad


def _property(name: str, raw: object, where: str) -> PropertyMap:
    where = f"{where}, {name}"
    entry = _mapping({"column": raw} if isinstance(raw, str) else raw, where)
    _only(entry, _PROPERTY_KEYS, where)
    return PropertyMap(
        name=name,
        columns=tuple(_listed(entry, "column", "columns")),
        literals=tuple(_listed(entry, "literal", "literals")),
        join=entry.get("join"),
        split=entry.get("split"),
        format=str(entry.get("format", "")),
        template=str(entry.get("template", "")),
        entity=str(entry.get("entity", "")),
        required=bool(entry.get("required")),
        words=_words(entry.get("words"), where),
        necessity=str(entry.get("necessity", "")),
        only=_pattern(entry.get("only"), where),
    )
