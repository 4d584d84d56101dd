"""Said: what is stated of one thing, by property and value, with how much stands behind each."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa

from headwater.model import Status, schemata
from headwater.node.things.columns import Fields, different, ranked, rows_at, whole, words_in
from headwater.node.things.index import Codes, ThingIndex
from headwater.node.things.shield import Shield
from headwater.node.things.wording import in_words

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


def said_of(index: ThingIndex, row: int, shield: Shield) -> list[Property]:
    """What is stated of a thing.

    Cost: by what is said of it, counted as whole numbers; only the values shown are read.
    """
    stated = _Stated(index, index.said(row))
    found = []
    for name in np.unique(stated.name).tolist():
        keys = np.flatnonzero(stated.name == name)
        best = (stated.rank[keys], -stated.reports[keys], -stated.groups[keys])
        shown = keys[np.lexsort(best)][:_MOST_VALUES].tolist()
        values = tuple(_value(index, stated, key, shield) for key in shown)
        word = stated.names[name].as_py()
        found.append(Property(word, in_words(word), values, len(keys) - len(shown)))
    return sorted(found, key=lambda one: (_place(one.name), one.name))


class _Stated:
    """Statements about one thing, those of one property and value under one number.

    Attributes:
        names: The properties.
        name: For each number its property.
        rank: The place of its value among the values.
        reports: How many reports state it.
        groups: How many independent groups of reports.
    """

    def __init__(self, index: ThingIndex, rows: Codes) -> None:
        table = index.picture.statements
        property_ = whole(table["property"])
        value = ranked(table["value"].take(pa.array(rows)))
        names = property_.indices.to_numpy()[rows].astype(np.int64)
        width = len(value.words)
        keys, self._key = np.unique(names * width + value.codes, return_inverse=True)
        self._rows, self.names = rows, property_.dictionary
        self.name, self.rank = keys // max(1, width), keys % max(1, width)
        report = index.report_of(rows)
        self.reports = different(self._key, report, len(keys))
        self.groups = different(self._key, index.group[report], len(keys))

    def rows_of(self, key: int) -> Codes:
        """The statements of one property and value, in order."""
        rows: Codes = self._rows[self._key == key]
        return rows


def _value(index: ThingIndex, stated: _Stated, key: int, shield: Shield) -> Value:
    """What one value is called, where it leads, and what stands behind it."""
    rows = stated.rows_of(key)
    (first,) = rows_at(index.picture.statements, rows[:1], _FIRST_TOLD)
    kind, value = _type(first["schema"], first["property"]), first["value"]
    return Value(
        text=_text(index, kind, first, shield),
        leads=value if kind == "entity" and not shield.hides(value) else "",
        seek=value if kind in ("phone", "identifier", "email") else "",
        statements=_cited(index, rows),
        reports=int(stated.reports[key]),
        groups=int(stated.groups[key]),
        **_how_told(index, rows),
    )


_FIRST_TOLD = ("schema", "property", "value", "text")


def _how_told(index: ThingIndex, rows: Codes) -> dict[str, Any]:
    """Status, grades, modalities and language of some statements."""
    table = index.picture.statements
    told = {name: words_in(table[name], rows) for name in _MANNER}
    language, accepted = told["language"], Status.ACCEPTED in told["status"]
    return {
        "status": str(Status.ACCEPTED if accepted else Status.PROPOSED),
        "grades": tuple(filter(None, told["grade"])),
        "modalities": tuple(one for one in told["modality"] if one != "done"),
        "language": language[0] if len(language) == 1 else "",
    }


_MANNER = ("status", "grade", "modality", "language")


def _text(index: ThingIndex, kind: str, first: Fields, shield: Shield) -> str:
    """What somebody wrote may name others; an entity has a name of its own, or none."""
    value = first["value"]
    if kind == "entity":
        at = index.row(value)
        called = index.picture.entities["caption"][at].as_py() if at >= 0 else ""
        return shield.name(value, called or first["text"] or value)
    return shield.words(value) if kind in ("text", "string", "") else str(value)


def _cited(index: ThingIndex, rows: Codes) -> tuple[str, ...]:
    """Statements of different groups first, then others."""
    group = index.group[index.report_of(rows)]
    first = np.sort(np.unique(group, return_index=True)[1])
    order = np.append(first, np.setdiff1d(np.arange(min(len(rows), _MOST_CITED)), first))
    ids = index.picture.statements["id"].take(pa.array(rows[order[:_MOST_CITED]]))
    return tuple(ids.to_pylist())


@cache
def _type(schema: str, name: str) -> str:
    known = schemata().get(schema)
    return known.properties[name].type if known and name in known.properties else ""


def _place(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)
