"""Name pairs: a plain file of names side by side, scored row by row."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from math import exp2, log2
from pathlib import Path

from headwater.model import Refusal, WrongUse
from headwater.resolve.names import name_bits, read_name
from headwater.resolve.records.table.rows import PlainRows, Row, read_rows

PRIOR = 0.001
"""Chance that a pair is one name before it is looked at, where nobody says otherwise."""

_ADDED = ("weight", "probability", "problem")
_STEP = 1000  # rows between two words of progress


@dataclass(frozen=True, slots=True)
class ScoredPairs:
    """What became of a file of name pairs.

    Attributes:
        rows: Rows that were written.
        scored: Rows among them whose names could be compared.
        refusals: Rows that were left out, names that are none, and digits, with line and reason.
    """

    rows: int
    scored: int
    refusals: tuple[Refusal, ...]


def probability(bits: float, prior: float) -> float:
    """Chance that two texts are one name, from evidence in bits and the chance beforehand."""
    odds = bits + log2(prior / (1 - prior))
    return 1 / (1 + exp2(-max(-1000.0, min(1000.0, odds))))


def score_pairs(
    path: Path,
    out: Path,
    prior: float = PRIOR,
    progress: Callable[[int, int], None] | None = None,
) -> ScoredPairs:
    """Score a CSV or Parquet file with columns `left` and `right` into a CSV file.

    The file written has the columns of the one read, then `weight` (bits), `probability` and
    `problem`: why a row has no weight, or what of its names was left aside. Both are refused, with
    the line; a row that cannot be read at all is refused only.

    Raises:
        WrongUse: If the file cannot be read, lacks a column, has one that is to be written, or is
            itself the file to write; or if the prior is no chance between 0 and 1.
    """
    if not 0 < prior < 1:
        raise WrongUse(f"the prior {prior} is no chance between 0 and 1", do="give one, as 0.001")
    if out.resolve() == path.resolve():
        raise WrongUse("the file to write is the file to read", where=str(path), do="name another")
    read = read_rows(path)
    left, right = _columns(read)
    unfinished = out.with_name(f"{out.name}.unfinished")
    scored = 0
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([*read.columns, *_ADDED])
            for number, row in enumerate(read.rows, start=1):
                added = _scored(read, row, (left, right), prior)
                scored += added[0] != ""
                writer.writerow([*row.cells.values(), *added])
                if progress and number % _STEP == 0:
                    progress(number, len(read.rows))
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)
    return ScoredPairs(len(read.rows), scored, read.in_order())


def _columns(read: PlainRows) -> tuple[str, str]:
    plain = {column.casefold(): column for column in read.columns}
    lacking = [column for column in ("left", "right") if column not in plain]
    if lacking:
        raise WrongUse(
            f"{read.file} has no column {' and none '.join(lacking)}",
            where="line 1",
            why=f"its columns are {', '.join(read.columns)}",
            do="name the two columns of names left and right",
        )
    taken = [column for column in _ADDED if column in plain]
    if taken:
        raise WrongUse(
            f"{read.file} has a column {taken[0]} already",
            where="line 1",
            why="a column of this name is to be written",
            do="rename it, so that it is not lost",
        )
    return plain["left"], plain["right"]


def _scored(
    read: PlainRows, row: Row, columns: tuple[str, str], prior: float
) -> tuple[str, str, str]:
    """Weight, probability and problem of one row."""
    names = {column: read_name(row.cells[column]) for column in columns}
    problem = "; ".join(f"{side}: {name.problem}" for side, name in names.items() if name.problem)
    if problem:
        what = "the names are not compared"
        read.refuse(row.position, what, problem, "give both names as they are written")
        return "", "", problem
    aside = "; ".join(f"{side}: digits left aside" for side, name in names.items() if name.numbers)
    if aside:
        read.refuse(row.position, "the digits are not compared", aside, "give the names alone")
    bits = name_bits(*names.values())
    return f"{bits:.3f}", f"{probability(bits, prior):.6f}", aside
