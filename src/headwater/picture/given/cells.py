"""The cells of a plain file: what can be read is taken, what cannot is named with its line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import BadGrading, Refused, WrongUse, parse_grade, parse_period
from headwater.picture.given.files import lines_of, repeat, text_of

MOST_NAMED = 10
"""Cells of one file that are named one by one; the others are counted."""
_LONGEST_SHOWN = 40
_EITHER = r"^[+-]?[1-9]\d{0,2}(\.\d{3})+$"  # a point that may part thousands
_SLASHED = r"^\s*(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/\d{4}\s*$"  # day or month first


@dataclass(slots=True)
class _Faults:
    named: list[tuple[int, str]] = field(default_factory=list)  # row from 0, words
    count: int = 0


class PlainCells:
    """One plain file being read column by column.

    A cell that makes no sense is left empty, or its row left out; both are noted.

    Attributes:
        table: The file as text.
        file: Its name.
        kept: For each row whether it is taken.
    """

    def __init__(self, table: pa.Table, file: str, path: Path | None = None) -> None:
        """Read nothing yet; the path is where the lines are counted, if any are to be named."""
        self.table = table
        self.file = file
        self.kept = pa.repeat(True, table.num_rows)
        self._path = path
        self._faults = _Faults()
        self._used: set[str] = set()
        self._said: list[str] = []

    @cached_property
    def statements(self) -> pa.Array:
        """The statement id of each row: the name of the file with the row."""
        rows = pa.array(range(1, self.table.num_rows + 1)).cast(pa.string())
        return pc.binary_join_element_wise(f"{self.file}#", rows, ".1", "")

    def empty(self, word: str = "") -> pa.Array:
        """A column that says the same in every row."""
        return repeat(word, self.table.num_rows)

    def text(self, name: str) -> pa.Array:
        """A column without the space around its values; empty where it is not there."""
        self._used.add(name)
        return text_of(self.table, name)

    def needed(self, name: str) -> pa.Array:
        """A column whose empty cells leave their row out."""
        column = self.text(name)
        self.leave_out(pc.equal(column, ""), lambda _: f"{name} is empty")
        return column

    def number(
        self,
        name: str,
        *,
        least: float | None = None,
        instead: str = "left empty",
        whole: bool = False,
    ) -> pa.Array:
        """A column as numbers; null where it is empty, no number, or below the least.

        Where whole numbers are meant, `1.200` is noted and not taken: it may be 1,200. Among
        whole numbers it is said once that it is read as 1.2.
        """
        words = self.text(name)
        shaped = pc.match_substring_regex(words, r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$")
        either = pc.match_substring_regex(words, _EITHER)
        if whole:
            self.note(either, _saying(words, f"may be thousands or a fraction; {instead}"))
            shaped = pc.and_not(shaped, either)
        elif pc.any(pc.match_substring_regex(words, r"^\d+$")).as_py():
            self._say_once(words, either, f"{name} %s is read as a fraction, not as thousands")
        strange = pc.invert(pc.or_(pc.or_(pc.equal(words, ""), shaped), either))
        self.note(strange, _saying(words, f"is not a number; {instead}"))
        numbers = pc.cast(pc.if_else(shaped, words, None), pa.float64())
        if least is None:
            return numbers
        low = pc.fill_null(pc.less(numbers, least), False)
        self.note(low, _saying(words, f"is below {least:g}; {instead}"))
        return pc.if_else(low, None, numbers)

    def flag(self, name: str, *, default: bool) -> pa.Array:
        """A column as yes or no (1, true, yes; 0, false, no; any case)."""
        words = pc.utf8_lower(self.text(name))
        yes = pc.is_in(words, value_set=pa.array(["1", "true", "yes", name]))
        no = pc.is_in(words, value_set=pa.array(["0", "false", "no", f"un{name}"]))
        known = pc.or_(yes, no)
        strange = pc.invert(pc.or_(known, pc.equal(words, "")))
        taken = "yes" if default else "no"
        self.note(strange, _saying(words, f"is not yes or no; taken as {taken}"))
        return pc.if_else(known, yes, default)

    def date(self, name: str) -> pa.Array:
        """A column of days, months, years or periods, in ISO form; a time of day may follow."""
        given = self.text(name)
        slashed = pc.match_substring_regex(given, _SLASHED)
        self._say_once(given, slashed, f"{name} %s is read as day/month/year")
        return self._each(name, _iso, "is not a date; left empty")

    def word(
        self, name: str, known: Sequence[str], instead: str = "left empty", *, own: bool = False
    ) -> pa.Array:
        """A column whose cells are each one of the known words; case and spaces do not matter.

        Args:
            name: The column.
            known: The words.
            instead: What is said to become of another word.
            own: Whether another word is kept as it stands.
        """

        def read(cell: str) -> str:
            word = "_".join(cell.casefold().replace("-", " ").split())
            return word if word in known else ""

        taken = self._each(name, read, f"is not a {name} ({', '.join(known)}); {instead}")
        return pc.if_else(pc.equal(taken, ""), self.text(name), taken) if own else taken

    def grade(self) -> pa.Array:
        """The column of grades; a row whose grade does not exist is left out."""
        given = self.text("grade")
        wrong = [word for word in pc.unique(given).to_pylist() if word and not _is_grade(word)]
        bad = pc.is_in(given, value_set=pa.array(wrong, pa.string()))
        self.leave_out(bad, _saying(given, "is not a grade"))
        return given

    def note(self, bad: pa.Array, say: Callable[[int], str]) -> None:
        """Note the marked rows, each in the words that are said of it."""
        rows = pc.indices_nonzero(bad)
        self._faults.count += len(rows)
        self._faults.named += [(row, say(row)) for row in rows[:MOST_NAMED].to_pylist()]

    def leave_out(self, bad: pa.Array, say: Callable[[int], str]) -> None:
        """Leave the marked rows out, and note them.

        Raises:
            WrongUse: If no row is left.
        """
        self.note(bad, lambda row: f"{say(row)}; the row was left out")
        self.kept = pc.and_(self.kept, pc.invert(bad))
        if len(self.kept) and not pc.any(self.kept).as_py():
            raise WrongUse(
                f"no row of {self.file} can be used",
                why="; ".join(self._named()),
                do="correct the file",
            )

    def caveats(self) -> list[str]:
        """The cells that were not taken, and the columns that nothing was read from."""
        said = [f"{self.file}, {words}" for words in self._named()]
        rest = self._faults.count - len(said)
        said += [f"{self.file}, {words}" for words in self._said]
        if rest:
            said.append(f"{self.file}: {rest} more cells could not be taken.")
        unused = [name for name in self.table.column_names if name not in self._used]
        if unused:
            said.append(f"{self.file}: columns carried along, not used: {', '.join(unused)}.")
        return said

    def _say_once(self, words: pa.Array, marked: pa.Array, how: str) -> None:
        """Say how the first of the marked cells, and all like it, are read."""
        rows = pc.indices_nonzero(marked)
        if len(rows):
            row = rows[0].as_py()
            more = f", and {len(rows) - 1} like it" if len(rows) > 1 else ""
            said = how % words[row].as_py()[:_LONGEST_SHOWN]
            self._said.append(f"line {self._lines([row])[0]}: {said}{more}.")

    def _lines(self, rows: Sequence[int]) -> list[int]:
        lines = lines_of(self._path) if rows and self._path else []
        return [lines[row] if lines else row + 2 for row in rows]

    def _named(self) -> list[str]:
        named = sorted(self._faults.named)[:MOST_NAMED]
        lines = self._lines([row for row, _ in named])
        return [f"line {line}: {words}" for line, (_, words) in zip(lines, named, strict=True)]

    def _each(self, name: str, read: Callable[[str], str], wrong: str) -> pa.Array:
        """A column with each of its distinct words read once; an empty answer is a fault."""
        given = self.text(name)
        words = pc.unique(given)
        answers = pa.array([read(word) if word else "" for word in words.to_pylist()], pa.string())
        taken = answers.take(pc.index_in(given, value_set=words))
        bad = pc.and_(pc.equal(taken, ""), pc.not_equal(given, ""))
        self.note(bad, _saying(given, wrong))
        return taken


def caveats_of(files: Iterable[PlainCells]) -> list[str]:
    """What must be said about the cells of these files."""
    return [caveat for file in files for caveat in file.caveats()]


def _saying(words: pa.Array, wrong: str) -> Callable[[int], str]:
    return lambda row: f"{words[row].as_py()[:_LONGEST_SHOWN]} {wrong}"


def _iso(cell: str) -> str:
    try:
        period = parse_period(cell).text
    except Refused:
        return ""
    return cell if cell.startswith(period) else period


def _is_grade(word: str) -> bool:
    try:
        parse_grade(word)
    except BadGrading:
        return False
    return True
