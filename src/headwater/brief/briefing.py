"""Briefing: the content that every form (PDF, HTML, Markdown, terminal) prints alike."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from headwater.model import Refusal

MAY_BE_LEFT_OUT = {
    "who": "Who",
    "where": "Where",
    "how": "How",
    "how_much": "How much",
    "measures": "What is announced",
    "new": "What is new",
    "conflicts": "What conflicts",
    "received": "What was received",
}
"""Questions that a briefing need not answer, by the id of their topic: never whose life is at risk,
what is missing and how sure it is."""


class Danger(Protocol):
    """Words that tell of a danger to life."""

    @property
    def kind(self) -> str:
        """What threatens, as `suffocation`."""

    @property
    def span(self) -> tuple[int, int]:
        """Where they stand in the text."""


def no_dangers(_: str) -> Sequence[Danger]:
    """For whoever has no reader of texts."""
    return ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a briefing is made for, and what only its maker knows.

    Attributes:
        made: ISO time at which it is made.
        agency: Who makes it.
        refusals: Every piece of input that could not be taken.
        already_here: Reports handed in that were held before.
        title: Title on page one.
        since: ISO date from which a report counts as new; empty takes the last seven days of
            the reports' own dates.
        left_out: Those of `MAY_BE_LEFT_OUT` that it does not answer; it says so.
        dangers: What the words of an item tell of danger to life, in whatever language.
    """

    made: str
    agency: str
    refusals: Sequence[Refusal] = ()
    already_here: int = 0
    title: str = "Briefing"
    since: str = ""
    left_out: frozenset[str] = frozenset()
    dangers: Callable[[str], Sequence[Danger]] = no_dangers


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with what it rests on.

    Attributes:
        text: The sentence, plain text.
        evidence: Ids of the statements it rests on; empty for sentences about the material itself.
        tags: Words that must stand beside it: `projected`, `planned`, `alleged`, `proposed`...
        sub: True for a line that belongs under the one before it, as an aim under its measure.
    """

    text: str
    evidence: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sub: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with what it rests on."""

    cells: tuple[str, ...]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, the heads of its columns, its rows and what is left out."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing (one SVG element) with the words under it."""

    caption: str
    svg: str


@dataclass(frozen=True, slots=True)
class Topic:
    """One question that a briefing answers.

    Attributes:
        id: Short name, as `who`.
        title: Title as printed.
        front: What stands on page one.
        lines: Further sentences for the later pages.
        tables: Tables for the later pages.
        figures: Drawings for the later pages.
    """

    id: str
    title: str
    front: tuple[Line, ...]
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def has_detail(self) -> bool:
        """Whether anything of it stands on the later pages."""
        return bool(self.lines or self.tables or self.figures)

    def citations(self) -> Iterable[str]:
        """Every statement id it cites, in the order in which a reader meets them."""
        for line in (*self.front, *self.lines):
            yield from line.evidence
        for table in self.tables:
            for row in table.rows:
                yield from row.evidence


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One cited sentence of one item, under its number in the evidence list.

    Attributes:
        number: Number by which lines cite it, from 1.
        ids: Statement ids that were read from it and are cited.
        parts: The sentence verbatim, cut where a cited span begins or ends: (text, cited).
            Names that are withheld are replaced.
        grade: Grade as given, with its system.
        handling: Handling as given.
        urn: Report.
        item: Number of the item.
        originator: Who owns the information.
        date: When it was known or written, as far as the report says.
        status: `accepted`, `proposed`, or both.
        modality: How the text puts it, where it is not plainly done.
        language: ISO 639 code, or empty.
    """

    number: int
    ids: tuple[str, ...]
    parts: tuple[tuple[str, bool], ...]
    grade: str
    handling: str
    urn: str
    item: int
    originator: str
    date: str
    status: str
    modality: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """The sentence in one piece."""
        return "".join(part for part, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything a form needs, in the order in which it is printed."""

    title: str
    occasion: Occasion
    viewer: str
    purpose: str
    fingerprint: str
    marking: str
    notice: tuple[Line, ...]
    topics: tuple[Topic, ...]
    exhibits: tuple[Exhibit, ...]
    key: tuple[Line, ...]
    methods: tuple[Line, ...]
    numbers: dict[str, int] = field(default_factory=dict)

    def cited(self, evidence: Iterable[str]) -> tuple[int, ...]:
        """Numbers of the exhibits behind these statements, each once, in order."""
        return tuple(sorted({self.numbers[i] for i in evidence if i in self.numbers}))
