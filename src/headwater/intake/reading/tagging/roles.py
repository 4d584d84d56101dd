"""Roles: what kind of word stands beside or within names (`data/naming_words.csv`)."""

from functools import cache

from headwater.intake.reading.names import rows
from headwater.intake.reading.tagging.letters import folded, latin


class Roles:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self._whole: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        for row in rows("naming_words.csv"):
            if row["language"] == language:
                for each in row["words"].split():
                    words = self._stems if each.endswith("*") else self._whole
                    words.setdefault(folded(latin(each.rstrip("*"))), row["kind"])
        self._sizes = sorted({len(each) for each in self._stems if len(each) > 1}, reverse=True)

    def of(self, plain: str) -> str:
        """The role of a folded word, or empty."""
        known = self._whole.get(plain)
        if known is None:
            for size in self._sizes:
                known = self._stems.get(plain[:size])
                if known is not None:
                    return known
        return known or ""


@cache
def roles(language: str) -> Roles:
    """The words of a language: `sh`, `mk`, `bg`, `sq` or `en`; of others none."""
    return Roles(language)
