"""Edit tables: how likely a piece of a name in one script is written as a piece in another.

Words are taken between bounds (^ and $), so that a piece may stand for the beginning or the end of
a word only. A table is a text file: a header of `# key: value` lines, the last of them the SHA-256
of the rest, then sorted lines `a TAB b TAB log2 P(a, b)`; P sums to 1 over the table.
"""

import hashlib
import math
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from headwater.model import HeadwaterError

START, END = "^", "$"
"""Bounds of a word. No letter, so that they cannot be part of one."""

LENGTHS = (1, 2, 3, 4)
"""Letters of a piece; on the left of a table it has two at most."""

UNSEEN_ALONE = 1e-7
"""Probability of a letter to stand for nothing that a table has not seen do so."""

_TABLES = Path(__file__).with_name("tables")

Units = Mapping[tuple[str, str], float]


class EditTable:
    """A learned table, ready to score.

    Args:
        scripts: Script of the left and of the right side.
        units: (left piece, right piece) -> probability.

    Attributes:
        scripts: As given.
        units: Left piece -> right piece -> probability.
        left: Left piece -> its probability, whatever stands on the right; the empty one too.
        right: The same for the right side.
        bounds: log2 of the mass of all pairs of whole words: both beginnings, any chain of pieces,
            both ends.
    """

    def __init__(self, scripts: tuple[str, str], units: Units) -> None:
        self.scripts = scripts
        self.units: dict[str, dict[str, float]] = {}
        self.left: dict[str, float] = {}
        self.right: dict[str, float] = {}
        for (a, b), p in units.items():
            self.units.setdefault(a, {})[b] = p
            self.left[a] = self.left.get(a, 0.0) + p
            self.right[b] = self.right.get(b, 0.0) + p
        begin = sum(p for (a, _), p in units.items() if a.startswith(START))
        end = sum(p for (a, _), p in units.items() if a.endswith(END))
        self.bounds = math.log2(begin * end / (begin + end))


def bounded(word: str) -> str:
    """A word between its bounds."""
    return f"{START}{word}{END}"


@lru_cache(maxsize=16)
def edit_table(left: str, right: str) -> EditTable:
    """The shipped table of two different scripts, named in the order of the alphabet.

    Raises:
        HeadwaterError: There is none, or it is not what was shipped.
    """
    file = _TABLES / f"{left}_{right}.tsv"
    if not file.is_file():
        raise HeadwaterError(
            "there is no edit table of these scripts",
            where=file.name,
            why="tables are learned for Arabic, Cyrillic and Latin, each with another",
            do="compare words of one script by their spelling",
        )
    return read_table(file.read_text(encoding="utf-8"), file.name)


def table_text(header: Mapping[str, str], units: Units) -> str:
    """The file of a table."""
    body = "".join(sorted(f"{a}\t{b}\t{math.log2(p):.4f}\n" for (a, b), p in units.items()))
    told = "".join(f"# {key}: {value}\n" for key, value in header.items())
    return f"{told}# sha256: {hashlib.sha256(body.encode()).hexdigest()}\n{body}"


def read_table(text: str, name: str) -> EditTable:
    """Read a table file.

    Raises:
        HeadwaterError: Its lines are not those that its header vouches for.
    """
    header, body = _parted(text)
    if hashlib.sha256(body.encode()).hexdigest() != header.get("sha256"):
        raise HeadwaterError(
            "an edit table is not the one that was shipped",
            where=name,
            why="its lines do not have the SHA-256 that its header names",
            do="install Headwater anew, or learn the table again",
        )
    units = {}
    for line in body.splitlines():
        a, b, bits = line.split("\t")
        units[a, b] = 2.0 ** float(bits)
    left, right = header["scripts"].split()
    return EditTable((left, right), units)


def _parted(text: str) -> tuple[dict[str, str], str]:
    header: dict[str, str] = {}
    at = 0
    while text.startswith("# ", at):
        end = text.index("\n", at) + 1
        key, _, value = text[at + 2 : end - 1].partition(": ")
        header[key] = value
        at = end
    return header, text[at:]
