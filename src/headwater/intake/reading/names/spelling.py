"""The tables of names in this package's data folder, and the forms their spellings stand for."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from headwater.intake.reading.names.inflection import (
    albanian_forms,
    bare,
    slavic_forms,
    to_cyrillic,
)

_SERBIAN_LETTERS = frozenset("čćđžšČĆĐŽŠ")


def rows(file: str) -> Iterator[dict[str, str]]:
    """Rows of a table in the data folder, comment lines left out."""
    text = files("headwater.intake.reading").joinpath(f"data/{file}").read_text(encoding="utf-8")
    table = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    header = next(table)
    return (dict(zip(header, row, strict=False)) for row in table if row)


def forms(marked: str) -> set[str]:
    """All forms of a spelling marked ~ (Slavic cases, both alphabets) or ^ (Albanian).

    One without a mark is written in Cyrillic as well where its letters are Serbian (Đurđu, Ђурђу).
    """
    name = marked.rstrip("~^")
    found: tuple[str, ...] = (name,)
    if marked.endswith("~"):
        found = slavic_forms(name)
        if not any("Ѐ" <= c <= "ӿ" for c in name):
            found += slavic_forms(to_cyrillic(name))
    elif marked.endswith("^"):
        found = albanian_forms(name)
    elif serbian_letters(name):
        found += (to_cyrillic(name),)
    return {*found, *(bare(form) for form in found)}


def serbian_letters(name: str) -> bool:
    """Whether letters that only the Latin alphabet of the South Slavs has stand in a name."""
    return not name.isascii() and not _SERBIAN_LETTERS.isdisjoint(name)


@cache
def word_set(kind: str) -> frozenset[str]:
    """A set of words from data/word_sets.csv."""
    return frozenset(
        next(row["words"] for row in rows("word_sets.csv") if row["kind"] == kind).split()
    )
