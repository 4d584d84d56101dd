"""Guess: common tables known by the words of their headers, in the languages of the region.

A guess is a mapping that ships with the product (guesses.yml); it never maps what it does not know.
"""

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


@cache
def _kinds() -> tuple[_Kind, ...]:
    text = files("headwater.intake.tables").joinpath("guesses.yml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    raw: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - both loaders are safe ones
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


def _header(word: str) -> str:
    return fold(word.replace("_", " ").replace("-", " "))


def guess_mapping(columns: tuple[str, ...]) -> tuple[str, Mapping] | None:
    """The kind of table that these headers belong to, with a mapping over its very columns.

    Returns:
        The name of the kind and the mapping, or None where no kind fits.
    """
    best: tuple[float, _Kind, dict[str, str]] | None = None
    for kind in _kinds():
        named: dict[str, str] = {}
        for column in columns:
            known = kind.words.get(_header(column))
            if known:
                named.setdefault(known, column)
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
    if "column" in entry:
        column = named.get(entry["column"])
        return entry | {"column": column} if column else {}
    return entry


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
