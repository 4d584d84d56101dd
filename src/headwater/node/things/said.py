"""Said: what is stated of one thing, by property and value, with how much stands behind each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from headwater.model import Status, schemata
from headwater.node.things.columns import Fields, rows_at
from headwater.node.things.index import ThingIndex
from headwater.node.things.shield import Shield
from headwater.node.things.wording import in_words

_MOST_ROWS = 5_000
_MOST_VALUES = 12
_MOST_CITED = 5
_NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")
_FIRST = (*_NAMES, "phone", "birthDate", "registrationNumber", "number", "role", "country")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a property.

    Attributes:
        text: The value, or what the thing is called that it stands for.
        leads: Id of that thing; empty for a plain value, and for who is not named.
        seek: What to search for to find everything else that bears it; empty for a plain value.
        status: `accepted` where somebody accepted it once, else `proposed`.
        grades: The grades under which it is stated.
        modalities: How the texts put it, but for what is plainly told as done.
        reports: How many reports state it.
        groups: How many independent groups of reports.
        statements: Ids of statements of it, a few.
        language: Language of the text it was read from, where all are of one; or empty.
    """

    text: str
    leads: str
    seek: str
    status: str
    grades: tuple[str, ...]
    modalities: tuple[str, ...]
    reports: int
    groups: int
    statements: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Property:
    """What is stated under one property.

    Attributes:
        name: The property.
        words: Its name in words.
        values: Its values, those with most independent groups first.
        more: How many further values there are.
    """

    name: str
    words: str
    values: tuple[Value, ...]
    more: int


def said_of(index: ThingIndex, row: int, shield: Shield) -> tuple[list[Property], int]:
    """What is stated of a thing, and how many statements beyond those that were read.

    Cost: by what is said of this one.
    """
    own = index.said(row)
    rows = rows_at(index.picture.statements, own[:_MOST_ROWS], _TOLD)
    held: dict[str, dict[str, list[Fields]]] = {}
    for one in rows:
        held.setdefault(one["property"], {}).setdefault(one["value"], []).append(one)
    ends = {one["value"] for one in rows if _type(one["schema"], one["property"]) == "entity"}
    at = [row for row in map(index.row, ends) if row >= 0]
    known = rows_at(index.picture.entities, at, ("id", "caption"))
    called = {one["id"]: one["caption"] for one in known}
    found = [_property(name, values, called, shield) for name, values in held.items()]
    found.sort(key=lambda one: (_place(one.name), one.name))
    return found, len(own) - len(rows)


_TOLD = (
    *("id", "urn", "schema", "property", "value", "text", "language", "status"),
    *("modality", "grade", "group"),
)


def _place(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


@cache
def _type(schema: str, name: str) -> str:
    known = schemata().get(schema)
    return known.properties[name].type if known and name in known.properties else ""


def _property(
    name: str, held: Mapping[str, list[Fields]], called: Mapping[str, str], shield: Shield
) -> Property:
    values = [_value(value, rows, called, shield) for value, rows in held.items()]
    values.sort(key=lambda one: (-one.groups, -one.reports, one.text))
    more = max(0, len(values) - _MOST_VALUES)
    return Property(name, in_words(name), tuple(values[:_MOST_VALUES]), more)


def _value(value: str, rows: list[Fields], called: Mapping[str, str], shield: Shield) -> Value:
    kind = _type(rows[0]["schema"], rows[0]["property"])
    hidden = kind == "entity" and shield.hides(value)
    text = called.get(value) or rows[0]["text"] or value if kind == "entity" else value
    told = {row["modality"] for row in rows} - {"done"}
    languages = {row["language"] for row in rows}
    return Value(
        text=shield.name(value, text) if kind == "entity" else _plain(shield, kind, text),
        leads=value if value in called and not hidden else "",
        seek=value if kind in ("phone", "identifier", "email") else "",
        status=_status(rows),
        grades=tuple(sorted({row["grade"] for row in rows if row["grade"]})),
        modalities=tuple(sorted(told)),
        reports=len({row["urn"] for row in rows}),
        groups=len({row["group"] for row in rows}),
        statements=tuple(row["id"] for row in _one_a_group(rows))[:_MOST_CITED],
        language=languages.pop() if len(languages) == 1 else "",
    )


def _plain(shield: Shield, kind: str, text: str) -> str:
    """A value that is no entity: what somebody wrote may name others."""
    return shield.words(text) if kind in ("text", "string", "") else text


def _status(rows: Iterable[Fields]) -> str:
    held = {row["status"] for row in rows}
    return str(Status.ACCEPTED if Status.ACCEPTED in held else Status.PROPOSED)


def _one_a_group(rows: list[Fields]) -> list[Fields]:
    """One row of each independent group first, then the others."""
    first = {row["group"]: row for row in reversed(rows)}
    chosen = {row["id"] for row in first.values()}
    return [*first.values(), *(row for row in rows if row["id"] not in chosen)]
