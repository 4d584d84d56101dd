"""Units that alphabets and rules of transcription prescribe, as the tables count them."""

from pathlib import Path

from headwater.resolve.names.letters import normal, plain_latin, sounded_latin
from headwater.resolve.names.scripts import LATIN

COUNT = 30.0
"""A unit of a standard counts as if it had been seen in so many names."""

STANDARDS = "alphabets and rules of transcription, our own list"

_FILE = Path(__file__).with_name("standards.tsv")


def standards(table: str) -> dict[tuple[str, str], float]:
    """The units of one table, with what each counts; marked Latin ones without marks too."""
    left, right = table.split("_")
    found: dict[tuple[str, str], float] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        name, *pieces = line.split("\t")[:3]
        if name != table:
            continue
        a = normal(pieces[0], left)
        b = sounded_latin(pieces[1]) if right == LATIN else normal(pieces[1], right)
        spellings = {b, plain_latin(b)} if right == LATIN else {b}
        for spelling in spellings:
            count = COUNT / len(spellings)
            found[a, spelling] = max(count, found.get((a, spelling), 0.0))
    return found
