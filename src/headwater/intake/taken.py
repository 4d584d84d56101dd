"""Taken: what the door made of one file, and the original it was made from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headwater.model import Grade, Grading, Handling, Refusal, Report, Statement
from headwater.safeguard import traces as kept

if TYPE_CHECKING:
    from headwater.intake.extractors import Extractor


@dataclass(frozen=True, slots=True)
class DoorOptions:
    """What the door needs to know beside the files.

    Attributes:
        author: Who brings the files in; stands behind the rows of tables.
        agency: Agency of the node; originator of tables whose mapping names none.
        today: The day of the reading; a report cannot have been written after it.
        marking: Grading and handling of items that come without.
        mapping: Mapping file for every table that has none beside it, or None.
        marking_assumed: True where nobody chose `marking` for these files.
        extractors: Other programs that are asked for names in texts; none unless somebody chose.
    """

    author: str
    agency: str
    today: date
    marking: tuple[Grade, Handling] = field(default_factory=lambda: (Grading("2", "D"), Handling()))
    mapping: Path | None = None
    marking_assumed: bool = True
    extractors: "tuple[Extractor, ...]" = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """One file's worth, ready to be stored: nothing of the file is missing from it.

    Attributes:
        reports: What was read; empty where the whole file was refused.
        statements: The claims taken from the items of these reports.
        refusals: What could not be taken, with its place and reason.
        originals: Content by SHA-256 (hex) of the files that the reports name; a file that was
            refused as a whole stays with its sender.
        traces: Who the rows about protected people are of, in clear; the store digests them.
    """

    reports: tuple[Report, ...] = ()
    statements: tuple[Statement, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    originals: Mapping[str, bytes] = field(default_factory=dict)
    traces: tuple[kept.Trace, ...] = field(default=(), repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """Statements by column, which halves the cost of the way from process to process."""
        columns = tuple(zip(*self.statements, strict=True))
        rest = (self.refusals, self.originals, self.traces)
        return _from_columns, (self.reports, columns, *rest)


def _from_columns(
    reports: tuple[Report, ...],
    columns: tuple[tuple[Any, ...], ...],
    refusals: tuple[Refusal, ...],
    originals: Mapping[str, bytes],
    traces: tuple[kept.Trace, ...],
) -> Taken:
    statements = tuple(map(Statement._make, zip(*columns, strict=True)))
    return Taken(reports, statements, refusals, originals, traces)


@dataclass(frozen=True)
class Original:
    """A file as it came in.

    Attributes:
        name: Path below the folder that was given, `/` between folders; a member of a container
            stands behind its container and " > ".
        content: The bytes.
    """

    name: str
    content: bytes = field(repr=False)

    @property
    def file(self) -> str:
        """The bare name, without folders and containers."""
        return self.name.rsplit(" > ", 1)[-1].rsplit("/", 1)[-1]

    @cached_property
    def suffix(self) -> str:
        """The ending of the name in lower case, with its dot; empty where it has none."""
        return Path(self.file).suffix.lower()

    @cached_property
    def sha256(self) -> str:
        """Digest of the content, hex."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def urn(self) -> str:
        """The reference given where the originator gave none: the same content, the same URN."""
        return f"F-{self.sha256[:12]}"

    def refusal(self, position: str, what: str, why: str, do: str = "") -> Refusal:
        """A refusal of a part of this file."""
        return Refusal(self.name, position, what, why, do)

    def refused(self, what: str, why: str, do: str = "") -> Taken:
        """The refusal of the whole file."""
        return Taken(refusals=(self.refusal("whole file", what, why, do),))


def as_read_json(taken: Taken) -> dict[str, Any]:
    """One file's worth in the shape that `headwater read --json` prints.

    Returns:
        `reports`, `statements` and `refusals` as lists of plain objects.
    """
    return {
        "reports": [_report_json(report) for report in taken.reports],
        "statements": [_statement_json(statement) for statement in taken.statements],
        "refusals": [
            {
                "file": r.file,
                "position": r.position,
                "what": r.what,
                "why": r.why,
                "do": r.do,
                "urn": r.urn,
            }
            for r in taken.refusals
        ],
    }


def _report_json(report: Report) -> dict[str, Any]:
    return {
        "file": report.file,
        "urn": report.urn,
        "originator": report.originator,
        "origin_known": report.origin_known,
        "title": report.title,
        "information_date": report.information_date.text if report.information_date else "",
        "record_date": report.record_date.text if report.record_date else "",
        "dates_assumed": report.dates_assumed,
        "format": report.format,
        "sha256": report.sha256,
        "cites": list(report.cites),
        "items": [
            {
                "number": item.number,
                "text": item.text,
                "grade": item.grade.text,
                "handling": item.handling.text,
                "graded_by_default": item.graded_by_default,
                "provenance": item.provenance,
                "provenance_grade": item.provenance_grade.text if item.provenance_grade else "",
                "language": item.language,
            }
            for item in report.items
        ],
    }


def _statement_json(statement: Statement) -> dict[str, Any]:
    return {"id": statement.id, **statement._asdict()}
