"""Telling: rows and certificates of a finding in words, with what each line rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import quote

from headwater.model import Finding, Method
from headwater.node.looking import Run
from headwater.node.showing.wording import column_words, in_words, part_words, verdict_words

ROWS_A_PAGE = 100
MOST_CITED = 3
MOST_TOLD = 12
"""Entries of a list in a certificate that are shown; the document has all."""
NOTHING = "–"
_UNSHOWN = ("_lat", "_lon")
_CITED = "statements"
"""Ids of statements within a value; a row's own are linked at its end."""
_A_YEAR = 9999
"""Up to here whole numbers stand without a comma, as years do."""
_ROUNDED = 1000


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name and meaning in words, and whether it holds numbers."""

    name: str
    meaning: str
    number: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table, and where it leads."""

    words: str
    href: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table.

    Attributes:
        key: Key of its evidence.
        cells: What it says.
        cited: The first statements behind it.
        behind: How many statements there are behind it.
    """

    key: str
    cells: tuple[Cell, ...]
    cited: tuple[str, ...]
    behind: int


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a finding that are shown.

    Attributes:
        columns: Its columns; those with nothing in them are left out.
        lines: Its rows.
        start: Number of rows before.
        whole: Number of rows there are.
    """

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    start: int
    whole: int


@dataclass(frozen=True, slots=True)
class Told:
    """A value in words: a single one, or named parts, or a list."""

    words: str = ""
    href: str = ""
    parts: tuple[tuple[str, "Told"], ...] = ()
    items: tuple["Told", ...] = ()
    more: int = 0


Called: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Naming:
    """What ids are called, and which of them have a page of their own."""

    called: Called = field(default_factory=dict)

    def of(self, word: str) -> str:
        """What a word is called."""
        return self.called.get(word, word)

    def href(self, word: object) -> str:
        """Where a word leads; empty where it is no id."""
        known = isinstance(word, str) and word in self.called
        return f"/things?id={quote(str(word), safe='')}" if known else ""


def table_of(
    run: Run, finding: Finding, method: Method, start: int = 0, most: int = ROWS_A_PAGE
) -> Table:
    """Some rows of a finding, the columns in the order that its method declares."""
    naming = Naming(run.called)
    start = max(0, start)
    rows = finding.rows[start : start + most]
    shown = [one for one in method.outputs if _is_shown(one.name, rows)]
    columns = tuple(
        Column(
            column_words(one.name, method.id),
            one.meaning,
            any(_is_number(row.get(one.name)) for row in rows),
        )
        for one in shown
    )
    lines = tuple(
        _line(finding, start + at, row, [one.name for one in shown], naming)
        for at, row in enumerate(rows)
    )
    return Table(columns, lines, start, len(finding.rows))


def told(value: object, naming: Naming) -> Told:
    """A value of a certificate or a sensitivity."""
    if isinstance(value, Mapping):
        parts = list(value.items())
        some = tuple((in_words(naming.of(str(k))), told(v, naming)) for k, v in parts[:MOST_TOLD])
        return Told(parts=some, more=len(parts) - len(some))
    if isinstance(value, list | tuple):
        items = tuple(told(one, naming) for one in value[:MOST_TOLD])
        return Told(items=items, more=len(value) - len(items)) if value else Told("none")
    return Told(in_figures(value, naming), naming.href(value))


def in_figures(value: object, naming: Naming) -> str:
    """A single value, or a short list of them, in words and figures."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, int | float):
        return _figure(value)
    if isinstance(value, Mapping):
        said = {str(k): _said(str(k), v) for k, v in value.items() if k != _CITED}
        return ", ".join(f"{part_words(k)} {in_figures(v, naming)}" for k, v in said.items())
    if isinstance(value, list | tuple):
        return "; ".join(in_figures(one, naming) for one in value) or NOTHING
    return naming.of(str(value))


def _said(name: str, value: object) -> object:
    """A value, a verdict with what it means."""
    return verdict_words(value) if name == "verdict" and isinstance(value, str) else value


def _figure(value: float) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value == round(value):
        return f"{value:,.0f}" if abs(value) > _A_YEAR else f"{value:.0f}"
    return f"{value:,.0f}" if abs(value) >= _ROUNDED else f"{value:.3g}"


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_shown(name: str, rows: Sequence[Mapping[str, Any]]) -> bool:
    """Ids lead somewhere instead, positions are on the map, and what is empty says nothing."""
    if name == "id" or name.endswith(_UNSHOWN):
        return False
    twin = f"{name}_name"
    return any(row.get(name) not in (None, "", [], ()) and twin not in row for row in rows)


def _line(
    finding: Finding, at: int, row: Mapping[str, Any], names: Sequence[str], naming: Naming
) -> Line:
    key = key_of(row, at)
    behind = finding.evidence.get(key, ())
    cells = tuple(_cell(name, row, naming) for name in names)
    return Line(key, cells, tuple(behind[:MOST_CITED]), len(behind))


def key_of(row: Mapping[str, Any], at: int) -> str:
    """The key of a row's evidence: its id, else its number."""
    return str(row.get("id", at))


def _cell(name: str, row: Mapping[str, Any], naming: Naming) -> Cell:
    """A cell; the name of something leads to its page, whose id stands in a column beside it."""
    value = _said(name, row.get(name))
    about = row.get("id") if name == "name" else row.get(name.removesuffix("_name"), value)
    return Cell(in_figures(value, naming), naming.href(about), _is_number(value))
