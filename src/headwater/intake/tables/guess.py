"""Guess: common tables known by the words of their headers, in the languages of the region.

A guess is a mapping that ships with the product (guesses.yml); it never maps what it does not know.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from headwater.intake.header import fold
from headwater.intake.tables.mapping import Mapping, parse_mapping
from headwater.intake.tables.query import TEMPLATE_COLUMN
from headwater.intake.tables.sheet import Table

LEAST_SHARE = 0.6
"""A table is known when this share of its columns is; the needed ones always are."""


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    words: dict[str, str]  # folded header -> column
    english: frozenset[str]
    needed: frozenset[str]
    query: dict[str, Any]

    def named(self, columns: tuple[str, ...]) -> dict[str, str]:
        """The table's own columns by ours."""
        named: dict[str, str] = {}
        for column in columns:
            known = self.words.get(_header(column))
            if known:
                named.setdefault(known, column)
        return named


@cache
def _raw() -> dict[str, Any]:
    text = files("headwater.intake.tables").joinpath("guesses.yml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - both loaders are safe ones
    return raw


@cache
def _kinds() -> tuple[_Kind, ...]:
    raw = _raw()
    kinds = []
    for name, entry in raw["tables"].items():
        words = {
            _header(word): column
            for column, listed in entry["columns"].items()
            for word in (column, *listed)
        }
        english = frozenset(
            _header(word)
            for column, listed in entry["columns"].items()
            for word in (column, *listed)
            if (word.isascii() and word in raw["english"]) or word == column
        )
        kinds.append(_Kind(name, words, english, frozenset(entry["needed"]), entry["query"]))
    return tuple(kinds)


_UNIT = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_OTHER_SCALE = frozenset(
    ("min", "mins", "minutes", "h", "hr", "hrs", "hours", "ms", "k", "000", "thousand", "thousands")
)
"""Units that make the numbers below them mean something else; such a column is not known."""


def _header(word: str) -> str:
    """A header as it is compared: no case, accents, brackets, units, `_`, `-` or end marks."""
    found = _UNIT.search(word)
    if found and fold(found[1]) in _OTHER_SCALE:
        return fold(word)
    bare = re.sub(r"[_\-/]+", " ", _UNIT.sub(" ", word)).strip(" .:;*#?")
    return fold(bare) or fold(word)


def guess_mapping(columns: tuple[str, ...]) -> tuple[str, Mapping] | None:
    """The kind of table that these headers belong to, with a mapping over its very columns.

    Returns:
        The name of the kind and the mapping, or None where no kind fits.
    """
    best: tuple[float, _Kind, dict[str, str]] | None = None
    for kind in _kinds():
        named = kind.named(columns)
        share = len(named) / len(columns)
        fits = kind.needed <= named.keys() and share >= LEAST_SHARE
        if fits and (best is None or share > best[0]):
            best = (share, kind, named)
    if best is None:
        return None
    _, kind, named = best
    local = sum(_header(column) not in kind.english for column in named.values())
    raw = _renamed(kind.query, named) | {"decimal": "," if 2 * local > len(named) else "."}
    return kind.name, parse_mapping({"queries": [raw]}, f"built-in mapping for {kind.name}")


def identity_columns(columns: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """By part of an identity the columns whose headers say that they tell it."""
    found: dict[str, tuple[str, ...]] = {}
    for column in columns:
        part = _identity_words().get(_header(column))
        if part:
            found[part] = (*found.get(part, ()), column)
    return found


@cache
def _identity_words() -> dict[str, str]:
    """Header words by the part of an identity that they head."""
    listed = _raw()["identity"].items()
    return {
        _header(word): part
        for part, groups in listed
        for group in groups
        for word in ([group] if isinstance(group, str) else group)
    }


def nearest_kind(columns: tuple[str, ...]) -> str:
    """In words, the kind that a table of no known kind comes nearest to, and what it lacks.

    Empty where it has no needed column of any kind.
    """
    if not columns:
        return ""
    best = max(_kinds(), key=lambda kind: _likeness(kind, kind.named(columns)))
    named = best.named(columns)
    if not best.needed & named.keys():
        return ""
    missing = sorted(best.needed - named.keys())
    if missing:
        return f"the nearest kind is {best.name}, which also needs {', '.join(missing)}"
    strange = ", ".join(c[:40] for c in columns if c not in named.values())
    return f"the nearest kind is {best.name}, which does not know {strange}"


def _likeness(kind: _Kind, named: dict[str, str]) -> tuple[float, int]:
    return len(kind.needed & named.keys()) / len(kind.needed), len(named)


def accepted_headers() -> dict[str, dict[str, tuple[str, ...]]]:
    """For each kind of table and each of our columns the words that may head it."""
    raw = _raw()["tables"].items()
    return {
        kind: {column: tuple(words) for column, words in entry["columns"].items()}
        for kind, entry in raw
    }


def _renamed(query: dict[str, Any], named: dict[str, str]) -> dict[str, Any]:
    """The query over the table's own column names, without what it has no column for."""
    entities = {}
    for name, entity in query["entities"].items():
        keys = [named[key] for key in entity.get("keys", []) if key in named]
        if keys or not entity.get("keys"):
            properties = {
                prop: placed
                for prop, entry in entity.get("properties", {}).items()
                if (placed := _placed(entry, named))
            }
            placed_entity = entity | {"keys": keys, "properties": properties}
            if "category" in entity:
                placed_entity["category"] = _category(entity["category"], named)
            entities[name] = placed_entity
    for entity in entities.values():
        entity["properties"] = {
            prop: entry
            for prop, entry in entity["properties"].items()
            if entry.get("entity") is None or entry["entity"] in entities
        }
    renamed = query | {"entities": entities}
    if "customers" in query:
        renamed["customers"] = named[query["customers"]]
    return renamed


def _placed(entry: dict[str, Any], named: dict[str, str]) -> dict[str, Any]:
    if "template" in entry:
        text = TEMPLATE_COLUMN.sub(
            lambda found: f"{{{{{named[found[1]]}}}}}" if found[1] in named else "",
            entry["template"],
        )
        return entry | {"template": text}
    if "column" not in entry:
        return entry
    column = named.get(entry["column"])
    if column:
        return entry | {"column": column}
    unit = _stated_unit(entry, named)
    return {"literal": unit, "words": entry.get("words", {})} if unit else {}


_UNIT_OF = {"currency": ("amount", "value", "price_min", "price_max"), "unit": ("quantity",)}


def _stated_unit(entry: dict[str, Any], named: dict[str, str]) -> str:
    """What a header says in brackets of the numbers below it, as in `Amount (EUR)`; or empty."""
    for measured in _UNIT_OF.get(entry["column"], ()):
        found = _UNIT.search(named.get(measured, ""))
        stated = found[1].strip() if found else ""
        known = entry.get("words")
        if stated and (known is None or stated.casefold() in known):
            return stated
    return ""


def _category(entry: dict[str, Any], named: dict[str, str]) -> dict[str, Any]:
    placed: dict[str, Any] = {"column": named[entry["column"]], "words": entry["words"]}
    for part in ("case", "author", "reason", "date"):
        if part in named:
            placed[part] = {"column": named[part]}
    return placed


def decided_suspects(table: Table) -> frozenset[str]:
    """Names that a table of category decisions calls suspect or convicted, in lower case.

    Empty where the table is of another kind. A person with any other decision in it is not among
    them: the most protective decision governs.
    """
    guessed = guess_mapping(table.columns)
    if guessed is None or guessed[0] != "category_decisions":
        return frozenset()
    person = guessed[1].queries[0].entities[0]
    words = {word.casefold(): category for word, category in person.category_words.items()}
    name_at = table.columns.index(person.keys[0])
    category_at = table.columns.index(person.category["column"])
    rankable: set[str] = set()
    protected: set[str] = set()
    for _, cells in table.rows:
        word = " ".join(cells[category_at].casefold().split())
        name = " ".join(cells[name_at].casefold().split())
        decided = words.get(word, word)
        (rankable if decided in ("suspect", "convicted") else protected).add(name)
    return frozenset(rankable - protected)
