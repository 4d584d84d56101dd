"""Query: how the rows of one table become entities, and whether that can be done at all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from headwater.model import Property, Schema, WrongUse, parse_marking, parse_period, schema, words

PARTS = ("name", "birth_date", "phone", "document", "document_kind", "account")
"""What of a person a column may tell."""

TEMPLATE_COLUMN = re.compile(r"\{\{\s*([^{}]+?)\s*\}\}")


@dataclass(frozen=True, slots=True)
class PropertyMap:
    """Where the values of one property come from.

    Attributes:
        name: Property of the schema.
        columns: Columns whose cells are its values.
        literals: Values that hold for every row.
        join: Joins the cells to one value, where given.
        split: Cuts a cell into several values, where given.
        format: `strptime` pattern of a date, or empty.
        template: `{{column}}` text, or empty.
        entity: Name of the entity that is the value, or empty.
        required: Whether the entity is not made where this is missing.
        words: What the table's words stand for.
        necessity: Why a sensitive property must be taken; without it it is refused.
        only: Cells of another form are not values of this property; None takes all.
    """

    name: str
    columns: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()
    join: str | None = None
    split: str | None = None
    format: str = ""
    template: str = ""
    entity: str = ""
    required: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    necessity: str = ""
    only: re.Pattern[str] | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """Every column it reads."""
        return (*self.columns, *TEMPLATE_COLUMN.findall(self.template))


@dataclass(frozen=True, slots=True)
class EntityMap:
    """How one entity is made from a row.

    Attributes:
        name: Name within the mapping, by which other entities point to it.
        schema: Name of its schema.
        keys: Columns that make its id; empty for one entity a row.
        key_literal: Text that is part of the id, to keep kinds of keys apart.
        id_column: Column that holds the id itself, or empty.
        properties: Its properties.
        category: What the originator says a person is: column or literal, case, author, reason,
            date; empty for none.
        category_words: What the table's words for categories stand for.
    """

    name: str
    schema: str
    keys: tuple[str, ...] = ()
    key_literal: str = ""
    id_column: str = ""
    properties: tuple[PropertyMap, ...] = ()
    category: Mapping[str, Any] = field(default_factory=dict)
    category_words: Mapping[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> set[str]:
        """Every column it reads."""
        read = {column for prop in self.properties for column in prop.sources} | set(self.keys)
        named = self.category.get("column")
        parts = [
            part["column"]
            for part in self.category.values()
            if isinstance(part, dict) and "column" in part
        ]
        return read | ({self.id_column} - {""}) | ({named} if named else set()) | set(parts)


@dataclass(frozen=True, slots=True)
class Query:
    """How the rows of one table become entities.

    Attributes:
        files: Names of the files it is written for; empty for any.
        entities: The entities of a row.
        filters: Only rows whose cell is one of these words.
        filters_not: No rows whose cell is one of these words.
        count_only: True where rows name people being moved and only their number may be kept.
        customers: Column of payers, who become "customers" unless they are suspects; or empty.
        country: ISO code of two letters for phone numbers without prefix, or empty.
        decimal: The mark that cuts off fractions where a number leaves it open.
        report: Originator, URN, title, dates and marking of the report that the table becomes.
        words: What the table's words stand for, in every column.
        identity: Of rows about protected people, the columns that tell who they are, by part
            (`PARTS`); empty where the headers are to tell. They are digested, never kept.
    """

    files: tuple[str, ...] = ()
    entities: tuple[EntityMap, ...] = ()
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    filters_not: Mapping[str, frozenset[str]] = field(default_factory=dict)
    count_only: bool = False
    customers: str = ""
    country: str = ""
    decimal: str = "."
    report: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    identity: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def needed(self) -> set[str]:
        """Every column that the table must have."""
        return self.columns.union(*self.identity.values())

    @property
    def columns(self) -> set[str]:
        """Every column it reads."""
        read = {column for entity in self.entities for column in entity.columns}
        dates = [self.report.get(key) for key in ("information_date", "record_date")]
        read |= {d["column"] for d in dates if isinstance(d, dict) and "column" in d}
        return read | set(self.filters) | set(self.filters_not) | ({self.customers} - {""})


def check_query(query: Query) -> None:
    """Refuse a query that cannot be carried out.

    Raises:
        WrongUse: With the entity and property it stands at.
    """
    if not query.entities:
        raise WrongUse("a query needs entities")
    if query.decimal not in (".", ","):
        raise WrongUse("decimal is . or ,", where="decimal")
    known = {entity.name: entity for entity in query.entities}
    for entity in query.entities:
        kind = schema(entity.schema)
        if kind.abstract:
            raise WrongUse(f"no entity is just a {kind.name}", where=entity.name)
        for prop in entity.properties:
            _check_property(prop, kind, known, entity.name)
        if entity.category:
            _check_category(entity, kind)
    if query.count_only:
        _check_counts(query)
    _check_identity(query.identity)
    _check_report(query.report)


def _check_property(
    prop: PropertyMap, kind: Schema, known: Mapping[str, EntityMap], entity: str
) -> None:
    where = f"{entity}, {prop.name}"
    found = kind.properties.get(prop.name)
    if found is None:
        raise WrongUse(
            f"{kind.name} has no property {prop.name!r}",
            where=where,
            do=f"use one of {', '.join(sorted(kind.properties))}",
        )
    if found.sensitive and not prop.necessity.strip():
        raise WrongUse(
            f"{prop.name} is sensitive",
            where=where,
            why="it may be taken only where it is strictly necessary (DPA 2018 s.35)",
            do="leave it out, or write the necessity: in the mapping",
        )
    if not (prop.sources or prop.literals or prop.entity):
        raise WrongUse("a property needs a column, literal, template or entity", where=where)
    if found.type == "entity":
        _check_pointer(prop, found, known, where)
    elif prop.entity:
        raise WrongUse(f"{prop.name} holds words, not an entity", where=where)
    elif found.type == "enum" and (wrong := set(prop.words.values()) - set(found.words)):
        _refuse_word(min(wrong), found, where)


def _refuse_word(word: str, found: Property, where: str) -> None:
    raise WrongUse(
        f"{word!r} is not a word for {found.name}",
        where=where,
        do=f"use one of {', '.join(found.words)}",
    )


def _check_pointer(
    prop: PropertyMap, found: Property, known: Mapping[str, EntityMap], where: str
) -> None:
    if not prop.entity:
        raise WrongUse(f"{prop.name} needs entity:", where=where, why="its value is an entity")
    if prop.entity not in known:
        raise WrongUse(f"there is no entity {prop.entity!r} in this query", where=where)
    target = schema(known[prop.entity].schema)
    if not target.is_a(found.range):
        raise WrongUse(
            f"{prop.name} must be a {found.range}, not a {target.name}",
            where=where,
        )


def _check_category(entity: EntityMap, kind: Schema) -> None:
    where = f"{entity.name}, category"
    if not kind.is_a("LegalEntity"):
        raise WrongUse("only people have a category", where=where)
    for part in ("author", "reason"):
        if not entity.category.get(part):
            raise WrongUse(
                f"a category needs {part}:",
                where=where,
                why="a person decided it, for a reason, and answers for it",
                do=f"write {part}: in the mapping, as text or as {{column: NAME}}",
            )
    if bool(entity.category.get("column")) == bool(entity.category.get("literal")):
        raise WrongUse("a category needs either column: or literal:", where=where)
    given = {str(entity.category.get("literal") or "suspect"), *entity.category_words.values()}
    if wrong := given - set(words("category")):
        raise WrongUse(
            f"{min(wrong)!r} is not a category",
            where=where,
            do=f"use one of {', '.join(words('category'))}",
        )


def _check_counts(query: Query) -> None:
    schemas = {entity.schema for entity in query.entities}
    if not schemas <= {"Observation", "Place"} or "Observation" not in schemas:
        raise WrongUse(
            "count_only: makes Observations and Places alone",
            why="rows that name people being moved become counts",
            do="map the rest in a query over a table that names nobody",
        )


def _check_identity(identity: Mapping[str, tuple[str, ...]]) -> None:
    if strange := sorted(set(identity) - set(PARTS)):
        raise WrongUse(
            f"{strange[0]!r} is no part of an identity",
            where="identity",
            do=f"use {', '.join(PARTS)}",
        )


def _check_report(report: Mapping[str, Any]) -> None:
    if report.get("marking"):
        parse_marking(str(report["marking"]))
    for key in ("information_date", "record_date"):
        given = report.get(key)
        if given and not isinstance(given, dict):
            parse_period(str(given))
