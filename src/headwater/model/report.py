"""Report: what an originator handed over, as numbered items that are graded one by one.

Source: College of Policing 3x5x2 intelligence report; practice notes on the NCA form.
"""

from dataclasses import dataclass, field

from headwater.model.errors import Refused
from headwater.model.grading import Grade, Grading
from headwater.model.handling import Handling, strictest
from headwater.model.period import Period

OPEN_SOURCE = "open source"
"""Originator of press and other public texts whose own origin nobody has established."""


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered piece of information with its own grade.

    Attributes:
        number: Position in the report, from 1; for a table, the row (the header is not counted).
        text: The words themselves; for a table row, the cells that may be kept, as
            `column: value` joined by "; ".
        grade: Source and assessment, in the system it was given in.
        handling: Conditions for passing it on.
        graded_by_default: True where the grading was assumed at the door.
        provenance: How the information links to the subject, in the originator's words.
        provenance_grade: The provenance line's own grade, or None where it has none.
        language: ISO 639 code of the text, or empty where it is unknown.
    """

    number: int
    text: str
    grade: Grade = field(default_factory=lambda: Grading("2", "D"))
    handling: Handling = field(default_factory=Handling)
    graded_by_default: bool = True
    provenance: str = ""
    provenance_grade: Grade | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What an originator handed over.

    Attributes:
        urn: Unique reference number; given by the door where the originator gave none.
        originator: The body that owns the intelligence and decides on its use.
        title: Title as given, or empty.
        information_date: When the thing was known or seen; None where it is not known.
        record_date: When the report was written; None where it is not known.
        dates_assumed: True where one date was given and stands for both, or none was given.
        items: The numbered items; at least one.
        file: Name of the original file, without its folders.
        sha256: Digest of the original file, by which the store finds it; hex.
        format: What it was read as: `text`, `pdf`, `table`, `ftm`...
        cites: URNs of reports that this one names as its origin.
        origin_known: False for press and other texts whose own origin nobody has established;
            such reports are never counted as independent of each other.
        source_ref: Opaque number of the source register, never an identity.
    """

    urn: str
    originator: str
    items: tuple[Item, ...]
    title: str = ""
    information_date: Period | None = None
    record_date: Period | None = None
    dates_assumed: bool = True
    file: str = ""
    sha256: str = ""
    format: str = "text"
    cites: tuple[str, ...] = ()
    origin_known: bool = True
    source_ref: str = ""

    def __post_init__(self) -> None:
        """Refuse a report without items or without a reference."""
        if not self.urn:
            raise Refused("a report needs a URN", do="give one in the header")
        if not self.items:
            raise Refused("a report without items says nothing", where=self.file or self.urn)

    @property
    def handling(self) -> Handling:
        """The strictest item governs the whole."""
        return strictest(item.handling for item in self.items)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not taken, where it stood, why, and what its sender can do.

    Attributes:
        file: Name of the file, with the path inside its container behind " > ".
        position: Row, item, page, line or byte, in words ("row 12", "item 3", "whole file").
        what: What was refused, without repeating its content.
        why: The reason.
        do: What would let it in.
        urn: Report it belongs to, where one was read; else empty.
    """

    file: str
    position: str
    what: str
    why: str
    do: str = ""
    urn: str = ""
