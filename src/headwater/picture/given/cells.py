"""The cells of a plain file: what can be read is taken, what cannot is named with its line."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import BadGrading, Refused, WrongUse, currency_code, parse_grade, parse_period
from headwater.picture.given.files import lines_of, repeat, text_of

Named = Callable[[pa.Array], pa.Array]
"""Which cells of a column name somebody."""

MOST_NAMED = 10
"""Notes of one file, and lines of one note, that are named; the others are counted."""
_MOST_READ = 1000  # cells of one kind whose words are looked at
_LEFT_OUT = "the row was left out"
DATES = "write 2025-03-15, 2025-03, 2025 or 15.3.2025"
CURRENCIES = "write EUR, GBP or another code of ISO 4217; €, £, euros, din and KM are read too"
KEPT = "kept as it stands, compared with nothing else"
_LONGEST_SHOWN = 40
_EITHER = r"^[+-]?[1-9]\d{0,2}(\.\d{3})+$"  # a point that may part thousands
_SLASHED = r"^\s*(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/\d{4}\s*$"  # day or month first


@dataclass(slots=True)
class _Fault:
    """Rows of which the same is said."""

    slight: bool  # whether neither a row nor a number is lost
    rows: list[int] = field(default_factory=list)  # from 0, the first few
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
        self._faults: dict[str, _Fault] = {}
        self._unread = 0
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
        most: float | None = None,
        instead: str = "left empty",
        whole: bool = False,
    ) -> pa.Array:
        """A column as numbers; null where it is empty, no number, or not from least to most.

        Where whole numbers are meant, `1.200` is noted and not taken: it may be 1,200; nor is 4.5.
        Among whole numbers elsewhere it is said once that 1.200 is read as 1.2.
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
        if whole:
            parted = pc.fill_null(pc.not_equal(numbers, pc.floor(numbers)), False)
            self.note(parted, _saying(words, f"is not a whole number; {instead}"))
            numbers = pc.if_else(parted, None, numbers)
        for beyond, bound, side in ((pc.less, least, "below"), (pc.greater, most, "above")):
            if bound is not None:
                out = pc.fill_null(beyond(numbers, bound), False)
                self.note(out, _saying(words, f"is {side} {bound:g}; {instead}"))
                numbers = pc.if_else(out, None, numbers)
        return numbers

    def flag(self, name: str, *, default: bool) -> pa.Array:
        """A column as yes or no (1, true, yes; 0, false, no; any case)."""
        words = pc.utf8_lower(self.text(name))
        yes = pc.is_in(words, value_set=pa.array(["1", "true", "yes", name]))
        no = pc.is_in(words, value_set=pa.array(["0", "false", "no", f"un{name}"]))
        known = pc.or_(yes, no)
        strange = pc.invert(pc.or_(known, pc.equal(words, "")))
        taken = "yes" if default else "no"
        self.note(strange, _saying(words, f"is not yes or no; taken as {taken}"), slight=True)
        return pc.if_else(known, yes, default)

    def date(self, name: str) -> pa.Array:
        """A column of days, months, years or periods, in ISO form; a time of day may follow."""
        given = self.text(name)
        slashed = pc.match_substring_regex(given, _SLASHED)
        self._say_once(given, slashed, f"{name} %s is read as day/month/year")
        return self._each(name, _iso, f"is not a date; left empty: {DATES}", slight=False)

    def currency(self, name: str) -> pa.Array:
        """A column of currencies as codes; what is none is kept as it stands."""
        wrong = f"is not a currency; {KEPT}: {CURRENCIES}"
        taken = self._each(name, currency_code, wrong)
        return pc.if_else(pc.equal(taken, ""), pc.utf8_upper(self.text(name)), taken)

    def word(
        self,
        name: str,
        known: Sequence[str],
        instead: str = "left empty",
        *,
        also: Mapping[str, str] | None = None,
        own: bool = False,
    ) -> pa.Array:
        """A column whose cells are each one of the known words; case and spaces do not matter.

        Args:
            name: The column.
            known: The words.
            instead: What is said to become of another word.
            also: Other words, with `_` between their parts, for one of the known.
            own: Whether another word is kept as it stands.
        """
        others = also or {}

        def read(cell: str) -> str:
            word = "_".join(cell.casefold().replace("-", " ").replace("_", " ").split())
            return word if word in known else others.get(word, "")

        like = ", and words like them" if also else ""
        taken = self._each(name, read, f"is not a {name} ({', '.join(known)}{like}); {instead}")
        return pc.if_else(pc.equal(taken, ""), self.text(name), taken) if own else taken

    def grade(self) -> pa.Array:
        """The column of grades; a row whose grade does not exist is left out."""
        given = self.text("grade")
        wrong = [word for word in pc.unique(given).to_pylist() if word and not _is_grade(word)]
        bad = pc.is_in(given, value_set=pa.array(wrong, pa.string()))
        self.leave_out(bad, _saying(given, "is not a grade"))
        return given

    def note(self, bad: pa.Array, say: Callable[[int], str], *, slight: bool = False) -> None:
        """Note the marked rows, each in the words that are said of it; equal words are one note.

        Args:
            bad: The rows.
            say: What is said of a row.
            slight: Whether neither a row nor a number is lost, so that others are told before.
        """
        rows = pc.indices_nonzero(bad)
        for row in rows[:_MOST_READ].to_pylist():
            fault = self._faults.setdefault(say(row), _Fault(slight))
            fault.count += 1
            if len(fault.rows) < MOST_NAMED:
                fault.rows.append(row)
        self._unread += max(0, len(rows) - _MOST_READ)

    def hide(self, name: str, named: Named, *, row: bool) -> None:
        """Empty the cells of a column that name somebody; tell the line and nothing of the cell.

        Args:
            name: The column.
            named: Which cells name somebody.
            row: Whether their rows are left out.
        """
        if name not in self.table.column_names:
            return
        column = self.text(name)
        bad = named(column)
        say = f"{name} holds the name of somebody of the file of people"
        if row:
            self.leave_out(bad, lambda _: say)
        else:
            self.note(bad, lambda _: f"{say}; left empty")
        at = self.table.column_names.index(name)
        self.table = self.table.set_column(at, name, pc.if_else(bad, "", column))

    def lacking(self, empty: pa.Array, say: str) -> None:
        """Say once, with the first line, what rows that lack something are, and how many."""
        rows = pc.indices_nonzero(empty)
        if len(rows):
            more = f"; so do {len(rows) - 1} more rows" if len(rows) > 1 else ""
            self._said.append(f"line {self._lines([rows[0].as_py()])[0]} {say}{more}.")

    def leave_out(self, bad: pa.Array, say: Callable[[int], str]) -> None:
        """Leave the marked rows out, and note them.

        Raises:
            WrongUse: If no row is left.
        """
        self.note(bad, lambda row: f"{say(row)}; {_LEFT_OUT}")
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
        said += [f"{self.file}, {words}" for words in self._said]
        rest = self._unread + sum(fault.count for _, fault in self._sorted()[MOST_NAMED:])
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

    def _sorted(self) -> list[tuple[str, _Fault]]:
        """What loses a row first, then what loses a number, then the rest; each by line."""
        return sorted(
            self._faults.items(),
            key=lambda one: (one[1].slight, _LEFT_OUT not in one[0], one[1].rows, one[0]),
        )

    def _named(self) -> list[str]:
        return [f"{self._where(fault)}: {words}" for words, fault in self._sorted()[:MOST_NAMED]]

    def _where(self, fault: _Fault) -> str:
        lines = ", ".join(map(str, self._lines(fault.rows)))
        if fault.count == 1:
            return f"line {lines}"
        rest = fault.count - len(fault.rows)
        return f"{fault.count} cells, lines {lines}{f' and {rest} more' if rest else ''}"

    def _each(
        self, name: str, read: Callable[[str], str], wrong: str, *, slight: bool = True
    ) -> pa.Array:
        """A column with each of its distinct words read once; an empty answer is a fault."""
        given = self.text(name)
        words = pc.unique(given)
        answers = pa.array([read(word) if word else "" for word in words.to_pylist()], pa.string())
        taken = answers.take(pc.index_in(given, value_set=words))
        bad = pc.and_(pc.equal(taken, ""), pc.not_equal(given, ""))
        self.note(bad, _saying(given, wrong), slight=slight)
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
