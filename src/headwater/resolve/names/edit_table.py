"""Edit tables: how likely a piece of a name in one script is written as a piece in another.

A table is a text file: a header of `# key: value` lines, the last of them the SHA-256 of the rest,
then sorted lines `a TAB b TAB log2 P(a, b)`; P sums to 1 over the table.
"""

import hashlib
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from headwater.model import HeadwaterError

LEAST = 1e-7
_SINGLE_LEAST = 1e-6


class EditTable(NamedTuple):
    """A learned table, ready to score.

    Attributes:
        scripts: Script of the left and the right side.
        units: Left piece -> right piece -> probability.
        left: Left piece -> probability of it, whatever stands on the right; the empty one included.
        right: The same for the right side.
    """

    scripts: tuple[str, str]
    units: Mapping[str, Mapping[str, float]]
    left: Mapping[str, float]
    right: Mapping[str, float]


@lru_cache(maxsize=16)
def edit_table(left: str, right: str) -> EditTable:
    """The shipped table of two scripts, left one first in the alphabet.

    Raises:
        HeadwaterError: There is none, or it is not what was shipped.
    """
    name = f"{left}_{right}.tsv"
    file = resources.files("headwater.resolve.names") / "tables" / name
    return read_table(file.read_text(encoding="utf-8"), name)


def table_text(header: Mapping[str, str], units: Mapping[tuple[str, str], float]) -> str:
    """The file of a table."""
    lines = sorted(f"{a}\t{b}\t{math.log2(p):.4f}\n" for (a, b), p in units.items())
    body = "".join(lines)
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
    units: dict[str, dict[str, float]] = {}
    left: dict[str, float] = {}
    right: dict[str, float] = {}
    for line in body.splitlines():
        a, b, bits = line.split("\t")
        p = 2.0 ** float(bits)
        units.setdefault(a, {})[b] = p
        left[a] = left.get(a, 0.0) + p
        right[b] = right.get(b, 0.0) + p
    one, other = header["scripts"].split()
    return EditTable((one, other), units, left, right)


def _parted(text: str) -> tuple[dict[str, str], str]:
    header: dict[str, str] = {}
    at = 0
    while text.startswith("# ", at):
        end = text.index("\n", at) + 1
        key, _, value = text[at + 2 : end - 1].partition(": ")
        header[key] = value
        at = end
    return header, text[at:]
