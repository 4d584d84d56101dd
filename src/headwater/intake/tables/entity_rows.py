"""Entities of a row: their ids, the values of their properties, and the spans these came from."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from headwater.intake.tables.cells import Form, Read, cell_reader
from headwater.intake.tables.query import TEMPLATE_COLUMN, EntityMap, PropertyMap, Query
from headwater.intake.tables.sheet import Table
from headwater.model import Property, Refused, schema

Claim = tuple[str, str, str, str, str, int, int]
"""Entity, schema, property, value, text, start, end."""

Fault = tuple[str, str, str]
"""Where, what, why."""

Cut = Callable[[list[str]], Iterable[tuple[str, int, int]]]
"""From the cells of a row to raw values, each with its column (-1: none) and place in the cell."""

_AMOUNTS = frozenset({"amountLow", "amountHigh", "magnitude"})


class RowText:
    """The text of a row's item: the cells that may be kept, as `column: value`, joined by "; "."""

    def __init__(self, columns: Sequence[str], kept: set[str]) -> None:
        """Keep these columns, in the order of the table."""
        self._parts = [(at, f"{name}: ") for at, name in enumerate(columns) if name in kept]
        self._width = len(columns)

    def of(self, cells: list[str]) -> tuple[str, list[int]]:
        """The text, and where in it the cell of each column begins (-1: it is not in it)."""
        offsets = [-1] * self._width
        pieces: list[str] = []
        length = 0
        for at, label in self._parts:
            cell = cells[at]
            if cell:
                if pieces:
                    length += 2
                offsets[at] = length + len(label)
                length += len(label) + len(cell)
                pieces.append(label + cell)
        return "; ".join(pieces), offsets


@dataclass(frozen=True, slots=True)
class _Step:
    """One property of an entity: how its raw values are cut from the row, and read."""

    name: str
    cut: Cut
    read: Read
    column: str
    required: bool
    at: int  # the one column it is read from as a whole; -1 where it is cut otherwise


@dataclass(frozen=True, slots=True)
class EntityPlan:
    """How one entity of a query is read from the rows of one table."""

    name: str
    schema: str
    identify: Callable[[int, list[str]], str]
    steps: tuple[_Step, ...]
    pointers: tuple[tuple[str, str, bool], ...]  # property, entity it points to, required
    is_fee: bool

    def read(
        self,
        number: int,
        cells: list[str],
        offsets: list[int],
        into: tuple[dict[str, str], list[Claim], list[Fault]],
    ) -> None:
        """Add the claims of this row's entity, or the faults that kept some or all of them out."""
        ids, claims, faults = into
        entity = self.identify(number, cells)
        if not entity:
            return
        found: list[Claim] = []
        refused = len(faults)
        missing = self._point(entity, ids, found)
        for step in self.steps:
            before = len(found)
            self._take(step, entity, (cells, offsets), (found, faults))
            if step.required and len(found) == before:
                missing = missing or step.column
        if self.is_fee:
            found = _comparable(found, faults)
        if not found and len(faults) > refused:
            return  # nothing of it could be read, so nothing may point to it
        if missing and found:
            faults.append((missing, f"{self.name} was not taken", f"{missing} is required"))
        elif not missing and (found or not self.is_fee):
            ids[self.name] = entity
            claims += found

    def _point(self, entity: str, ids: dict[str, str], found: list[Claim]) -> str:
        missing = ""
        for prop, target, required in self.pointers:
            if target in ids:
                found.append((entity, self.schema, prop, ids[target], "", -1, -1))
            elif required:
                missing = target
        return missing

    def _take(
        self,
        step: _Step,
        entity: str,
        row: tuple[list[str], list[int]],
        into: tuple[list[Claim], list[Fault]],
    ) -> None:
        cells, offsets = row
        found, faults = into
        whole = ((cells[step.at], step.at, 0),) if step.at >= 0 and cells[step.at] else ()
        for raw, at, skip in whole if step.at >= 0 else step.cut(cells):
            try:
                value = step.read(raw)
            except Refused as bad:
                faults.append((step.column, bad.what, bad.why or bad.what))
                continue
            if not value:
                continue
            if at < 0 or offsets[at] < 0:
                found.append((entity, self.schema, step.name, value, "", -1, -1))
            else:
                start = offsets[at] + skip
                found.append((entity, self.schema, step.name, value, raw, start, start + len(raw)))


def _comparable(found: list[Claim], faults: list[Fault]) -> list[Claim]:
    """A fee without a basis cannot be compared with any other: its amounts are refused."""
    amounts = [claim for claim in found if claim[2] in _AMOUNTS]
    if amounts and not any(claim[2] == "basis" for claim in found):
        faults.append(
            ("basis", "a fee without a basis was refused", "it cannot be compared with any other")
        )
        found = [claim for claim in found if claim[2] not in _AMOUNTS]
        amounts = []
    return found if amounts or (found and found[0][1] != "Fee") else []


def plan_entities(query: Query, table: Table, urn: str, key_prefix: str) -> list[EntityPlan]:
    """The entities of a query in an order in which those pointed to come first."""
    plans: list[EntityPlan] = []
    for entity in _ordered(query.entities):
        plans.append(_plan(entity, query, table, (urn, key_prefix)))
        if entity.category:
            plans.append(_decision(entity, query, table, urn))
    return plans


def _ordered(entities: Sequence[EntityMap]) -> list[EntityMap]:
    waiting, done = list(entities), list[EntityMap]()
    while waiting:
        names = {entity.name for entity in waiting}
        free = [e for e in waiting if not names & {p.entity for p in e.properties} - {e.name}]
        chosen = free or waiting[:1]  # a circle of pointers begins anywhere
        done += chosen
        waiting = [entity for entity in waiting if entity not in chosen]
    return done


def _plan(entity: EntityMap, query: Query, table: Table, scope: tuple[str, str]) -> EntityPlan:
    kind = schema(entity.schema)
    steps = [
        _step(prop, kind.properties[prop.name], query, table)
        for prop in entity.properties
        if not prop.entity
    ]
    pointers = [(p.name, p.entity, p.required) for p in entity.properties if p.entity]
    return EntityPlan(
        name=entity.name,
        schema=entity.schema,
        identify=_identify(entity, table.columns, *scope),
        steps=tuple(steps),
        pointers=tuple(pointers),
        is_fee=kind.is_a("Fee"),
    )


def _identify(
    entity: EntityMap, columns: tuple[str, ...], urn: str, key_prefix: str
) -> Callable[[int, list[str]], str]:
    if entity.id_column:
        at = columns.index(entity.id_column)
        return lambda _, cells: cells[at]
    if not entity.keys and not entity.key_literal:
        return lambda number, _: f"{urn}#{number}@{entity.name}"
    scope = f"{key_prefix}-" if key_prefix else f"{urn}@"
    seed = hashlib.sha1(f"{key_prefix}{entity.key_literal}".encode(), usedforsecurity=False)
    keys = [columns.index(key) for key in entity.keys]
    place = entity.schema == "Place" and len(keys) == 1
    known: dict[tuple[str, ...], str] = {}

    def identify(_: int, cells: list[str]) -> str:
        values = tuple(sorted(cells[at] for at in keys if cells[at]))
        found = known.get(values)
        if found is None:
            if keys and not values:
                return ""
            digest = seed.copy()
            digest.update("\x1f".join(values).encode("utf-8", "surrogatepass"))
            found = (_gazetteer_id(values[0]) if place else "") or scope + digest.hexdigest()[:20]
            known[values] = found
        return found

    return identify


def _gazetteer_id(name: str) -> str:
    """The id under which everybody knows a place, or empty."""
    from headwater.intake.reading import lookup

    found = lookup(name)
    return f"place:{found.id}" if found else ""


def _step(prop: PropertyMap, kind: Property, query: Query, table: Table) -> _Step:
    form = Form(
        country=query.country,
        decimal=query.decimal,
        date=prop.format,
        serial_dates=table.serial_dates,
        words={**query.words, **prop.words},
    )
    name = ", ".join(prop.sources) or prop.name
    plain = len(prop.columns) == 1 and not (prop.literals or prop.split or prop.only)
    whole = plain and prop.join is None and not prop.template
    at = table.columns.index(prop.columns[0]) if whole else -1
    cut, read = _cut(prop, table.columns), cell_reader(kind, form)
    return _Step(prop.name, cut, read, name, prop.required, at)


def _cut(prop: PropertyMap, columns: tuple[str, ...]) -> Cut:
    """How the raw values of a property are cut from the cells, those of another form left out."""
    cut, pattern = _cut_all(prop, columns), prop.only
    if pattern is None:
        return cut
    return lambda cells: [value for value in cut(cells) if pattern.fullmatch(value[0])]


def _cut_all(prop: PropertyMap, columns: tuple[str, ...]) -> Cut:
    ats = [columns.index(column) for column in prop.columns]
    literals = [(literal, -1, 0) for literal in prop.literals]
    if prop.template:
        return _filled_template(prop.template, columns)
    if prop.join is not None:
        glue = str(prop.join)
        return lambda cells: ((glue.join(cells[at] for at in ats if cells[at]), -1, 0),)
    if prop.split:
        mark = str(prop.split)
        return lambda cells: [part for at in ats for part in _parts(cells[at], at, mark)] + literals
    return lambda cells: [(cells[at], at, 0) for at in ats if cells[at]] + literals


def _parts(cell: str, at: int, mark: str) -> list[tuple[str, int, int]]:
    parts, begin = [], 0
    for piece in cell.split(mark):
        bare = piece.strip()
        if bare:
            parts.append((bare, at, begin + piece.index(bare)))
        begin += len(piece) + len(mark)
    return parts


def _filled_template(template: str, columns: tuple[str, ...]) -> Cut:
    def fill(cells: list[str]) -> tuple[tuple[str, int, int], ...]:
        text = TEMPLATE_COLUMN.sub(lambda found: cells[columns.index(found[1])], template)
        return ((text.strip(), -1, 0),)

    return fill


def _decision(entity: EntityMap, query: Query, table: Table, urn: str) -> EntityPlan:
    """The originator's decision on what a person is, as an entity of its own."""
    given = entity.category
    parts: dict[str, Any] = {
        "category": {k: given[k] for k in ("column", "literal") if given.get(k)},
        "case": given.get("case"),
        "decidedBy": given["author"],
        "reason": given["reason"],
        "date": given.get("date"),
    }
    kind = schema("CategoryDecision")
    steps = []
    for name, part in parts.items():
        if not part:
            continue
        source = part if isinstance(part, dict) else {"literal": part}
        prop = PropertyMap(
            name=name,
            columns=(source["column"],) if source.get("column") else (),
            literals=(str(source["literal"]),) if source.get("literal") else (),
            required=name in ("category", "decidedBy", "reason"),
            words=entity.category_words if name == "category" else {},
        )
        steps.append(_step(prop, kind.properties[name], query, table))
    subject = entity.name
    at = table.columns.index(given["column"]) if given.get("column") else -1
    return EntityPlan(
        name=f"{subject}'s category",
        schema=kind.name,
        identify=lambda number, cells: (
            f"{urn}#{number}@{subject}.category" if at < 0 or cells[at] else ""
        ),
        steps=tuple(steps),
        pointers=(("subject", subject, True),),
        is_fee=False,
    )
