"""Ways: what the words before a place make of it - where a way begins, leads through or ends."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from headwater.intake.reading.language import FAMILIES
from headwater.intake.reading.names import bare, rows
from headwater.intake.reading.names.inflection import to_cyrillic

Part = Literal["from", "via", "to", "where", "at", ""]

_FAMILY = {**FAMILIES, "cnr": "sh"}
_PARTS: tuple[Part, ...] = ("from", "via", "to", "where", "at")
_NONE: frozenset[str] = frozenset()
_FARTHEST = 5
_LONGEST = 4


class WayWords(NamedTuple):
    """The words of one language family, or of all.

    Attributes:
        words: Whole words (several joined by `_`) with their kinds.
        stems: Beginnings of words with their kinds, by their first two letters.
    """

    words: dict[str, frozenset[str]]
    stems: dict[str, tuple[tuple[str, str], ...]]

    def kinds(self, word: str) -> frozenset[str]:
        """The kinds of a word in lower case."""
        found = self.words.get(word, _NONE)
        stems = self.stems.get(word[:2])
        return found.union([k for stem, k in stems if word.startswith(stem)]) if stems else found


def way_words(language: str) -> WayWords:
    """The words of a language; those of all languages where it has none or is not known."""
    tables = _tables()
    return tables.get(_FAMILY.get(language, language)) or tables[""]


def part(before: list[str], known: WayWords) -> Part:
    """What the words before a place make of it, the nearest word last.

    Words for a kind of place may stand between ("from the village of X").
    """
    reach = len(before)
    while reach and len(before) - reach < _FARTHEST:
        for length in range(min(_LONGEST, reach), 0, -1):
            kinds = known.kinds("_".join(before[reach - length : reach]))
            for one in _PARTS:
                if one in kinds and not (
                    one in ("at", "where") and _beyond(before, reach - length + 1, known)
                ):
                    return one
        if "place" not in known.kinds(before[reach - 1]):
            return ""
        reach -= 1
    return ""


def _beyond(before: list[str], reach: int, known: WayWords) -> bool:
    """ "From a house in X": the word before the kind of place tells more than the one behind."""
    inner = reach - 1
    while inner > 0 and "place" in known.kinds(before[inner - 1]):
        inner -= 1
        if inner and {"from", "to", "via"} & known.kinds(before[inner - 1]):
            return True
    return False


@cache
def _tables() -> dict[str, WayWords]:
    gathered: dict[str, list[tuple[str, str]]] = {"": []}
    for row in rows("way_words.csv"):
        for form in row["forms"].split("|"):
            for written in _written(form, row["language"]):
                gathered.setdefault(row["language"], []).append((written, row["kind"]))
                gathered[""].append((written, row["kind"]))
    return {language: _table(pairs) for language, pairs in gathered.items()}


def _written(form: str, language: str) -> Iterator[str]:
    yield form
    if bare(form) != form:
        yield bare(form)
    if language == "sh":
        yield to_cyrillic(form)


def _table(pairs: list[tuple[str, str]]) -> WayWords:
    words: dict[str, set[str]] = {}
    stems: dict[str, dict[tuple[str, str], None]] = {}
    for form, kind in pairs:
        if form.endswith("*"):
            stems.setdefault(form[:2], {})[form.rstrip("*"), kind] = None
        else:
            words.setdefault(form, set()).add(kind)
    return WayWords(
        {word: frozenset(kinds) for word, kinds in words.items()},
        {first: tuple(each) for first, each in stems.items()},
    )
