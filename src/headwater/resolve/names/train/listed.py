"""Reading the lists of word pairs that tables are learned from."""

from pathlib import Path

from headwater.resolve.names.letters import normal, sounded_latin
from headwater.resolve.names.scripts import ARABIC, CYRILLIC

WordPair = tuple[str, str]


def arabic_latin(data: Path) -> list[WordPair]:
    """Arabic and Latin words of names, from the transliteration list (both of its parts)."""
    rows = _rows(data / "names" / "google_ar2en_train.tsv")
    pairs = [(normal(row[0], ARABIC), sounded_latin(row[1])) for row in rows]
    return [pair for pair in pairs if all(pair)]


def cyrillic_latin(data: Path) -> list[WordPair]:
    """Cyrillic and Latin words of persons' names, as two encyclopedias align them."""
    rows = _rows(data / "names" / "wd_russian_train.tsv")
    pairs = [(normal(row[1], CYRILLIC), sounded_latin(row[0])) for row in rows]
    return [pair for pair in pairs if all(pair)]


def _rows(file: Path) -> list[list[str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]
