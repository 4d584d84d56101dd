"""What a store can do, whichever engine it rests on; every store passes tests/conformance.

What a viewer may see is decided before the store is asked: `Allowed` holds the label ids that
`headwater.safeguard.allowed` said yes to. There is no default that means "all".
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from headwater.model import Judgement, Refusal, Regrouping, Report, Review, Statement
from headwater.safeguard import AuditRecord, Label, Viewer
from headwater.safeguard import traces as kept
from headwater.store.packing import Allowed
from headwater.store.reading import Tide
from headwater.store.watches import Watches

if TYPE_CHECKING:
    import pyarrow as pa

    from headwater.store.access import AccessRecords
    from headwater.store.log import AuditCheck, LogAsked
    from headwater.store.parts import Parts
    from headwater.store.recent import Recent

Deciding = Callable[[Sequence[str]], Sequence[Review]]
"""Makes decisions on statements once their ids are known."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes in as one transaction: usually what one file gave.

    Attributes:
        reports: Reports with their items.
        statements: Statements taken from those items, in any order.
        refusals: What could not be taken from the same files.
        originals: Content of the original files by SHA-256 (hex); kept where a report names it.
        compartment: Compartment that everything in the batch belongs to, or empty.
        clearance: Least clearance that may see it.
        traces: Who the rows about protected people are of; only digests of it are written.
        answers: By the URN of a decision of the batch, the items whose traces it answers.
    """

    reports: Sequence[Report]
    statements: Sequence[Statement]
    refusals: Sequence[Refusal] = ()
    originals: Mapping[str, bytes] = field(default_factory=dict)
    compartment: str = ""
    clearance: int = 0
    traces: Sequence[kept.Trace] = ()
    answers: Mapping[str, Collection[tuple[str, int]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a batch did, once it is durable.

    Attributes:
        reports: New reports.
        items: Their items.
        statements: Their statements.
        refusals: Refusals kept, those of the store among them.
        already_here: Reports that were there before with the same content.
        refused_urns: Reports that were not taken, because their URN stands for other content.
    """

    reports: int
    items: int
    statements: int
    refusals: int
    already_here: int
    refused_urns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Erasure:
    """How much an erasure destroyed.

    Attributes:
        reports: Reports removed.
        items: Items removed.
        statements: Statements removed.
        entities: Entity ids that nothing speaks of any more.
        judgements: Judgements removed.
        reviews: Reviews removed.
        refusals: Refusals removed.
        originals: Original files destroyed.
        masked: Texts elsewhere in which the erased words were blacked out.
        log_texts: Free texts of the audit log that were detached, because they repeated the words.
    """

    reports: int = 0
    items: int = 0
    statements: int = 0
    entities: int = 0
    judgements: int = 0
    reviews: int = 0
    refusals: int = 0
    originals: int = 0
    masked: int = 0
    log_texts: int = 0


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """Under which keys an entity is looked up, and what is compared of it.

    Attributes:
        entity: Its id.
        keys: 64-bit hashes of its keys; the store knows nothing of what they stand for.
        record: What is compared, as one short text; empty where an entity is only found by a key.
    """

    entity: str
    keys: tuple[int, ...]
    record: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """A part of what the look-up index does not know yet; false where there is nothing new.

    Attributes:
        scan: Statements of new items, as `Store.scan` gives them.
        entities: Entities whose older statements were reviewed or erased, or that were judged.
        left: New items after these.
        upto: What `Store.put_in_index` is given when this part is taken in.
    """

    scan: "pa.Table"
    entities: frozenset[str]
    left: int
    upto: str

    def __bool__(self) -> bool:
        """Whether there is anything new."""
        return bool(self.scan.num_rows or self.entities)


class Store(Protocol):
    """Where content rests; `watches` keeps standing questions and alerts, `access` who logs in."""

    watches: Watches
    access: "AccessRecords"
    recent: "Recent"
    parts: "Parts"

    @property
    def agency(self) -> str:
        """The agency whose node this is."""

    def add(self, batch: Batch, *, recorded: str) -> Receipt:
        """Take a batch in, whole or not at all; when it returns, the batch is durable.

        A report whose URN and content are here already is counted and left alone. One whose URN
        stands for other content is not taken, and a refusal is kept: nothing is overwritten.

        Args:
            batch: What to take in.
            recorded: ISO time of recording.

        Raises:
            Refused: If the batch contradicts itself (a statement or a trace without its item, an
                original that is not what its digest says) or holds text that is not Unicode.
            HeadwaterError: If the disk is full or another program keeps writing; nothing is kept.
        """

    def judge(self, judgements: Sequence[Judgement]) -> None:
        """Append judgements; one that is here already with the same id and content is left alone.

        Raises:
            WrongUse: If an id is here with other content.
        """

    def review(self, reviews: Sequence[Review]) -> None:
        """Append reviews; the last one given for a statement decides its status in every read.

        Raises:
            WrongUse: If a statement or a status does not exist, or an id is here already.
        """

    def append(self, statements: Sequence[Statement], deciding: Deciding) -> Sequence[Review]:
        """Append what a person says that an item says, and the decisions by which it stands.

        All of it or nothing.

        Args:
            statements: Each is put behind the statements that its item has, which gives it its `n`.
            deciding: Makes the decisions from the ids that the statements got.

        Raises:
            WrongUse: As `review` does; if there is no such item; or if what is put in the place of
                a statement stands in another item.
        """

    def regroup(self, regroupings: Sequence[Regrouping]) -> None:
        """Append what a person decided about which reports have one origin.

        Raises:
            WrongUse: If a report does not exist, or an id is here already.
        """

    def regroupings(self) -> list[Regrouping]:
        """All regroupings in the order in which they were given; an erased report has left them."""

    def put_user(self, viewer: Viewer) -> None:
        """Add a user, or replace the one of that name; another spelling of a name is refused."""

    def user(self, name: str) -> Viewer | None:
        """The user of that name."""

    def users(self) -> list[Viewer]:
        """All users, by name."""

    def forget_user(self, name: str) -> None:
        """Remove a user and all access, to the last byte; decisions keep their author's name."""

    def log(self, record: AuditRecord) -> int:
        """Append to the audit tree and return the entry's number, from 1. Durable on return."""

    def audit(self, *, about: str = "") -> Iterator[dict[str, Any]]:
        """The log's entries in order, only those about one id where `about` is given.

        Keys: seq, operation, when, who, what, purpose, recipient, reason. `who` and `what` show
        names and URNs that are still here, otherwise keyed digests. Texts that were detached by an
        erasure are None.
        """

    def newest_audit(self, asked: "LogAsked") -> Iterator[dict[str, Any]]:
        """Entries as `audit` tells them, the latest first; each is read when it is wanted.

        Of `what` the first twenty are told; `more` says how many others there are.

        Raises:
            WrongUse: If the operation asked for is none of the six.
        """

    def verify_audit(self) -> "AuditCheck":
        """Recompute the tree and compare it with the last signed checkpoint."""

    def labels(self) -> dict[int, Label]:
        """All labels by id; decide once for each, not once for each row."""

    def traced(self, asked: Collection[kept.Identifier], allowed: Allowed) -> list[kept.Hit]:
        """Where identifiers meet traces of allowed items: rows about protected people."""

    def answered(self, decisions: Collection[str]) -> dict[str, frozenset[tuple[str, int]]]:
        """By the URN of a decision the items whose traces it answers; others are left out."""

    def traced_reports(self, allowed: Allowed) -> frozenset[str]:
        """Reports with a trace in an allowed item, for whoever asks what they keep about people."""

    def label_of(self, urn: str, item: int) -> int | None:
        """Id of an item's label, or None where there is no such item."""

    def report(self, urn: str, allowed: Allowed) -> Report | None:
        """The report with those of its items that are allowed; None where none is."""

    def reports(self, allowed: Allowed) -> "pa.Table":
        """Reports with at least one allowed item; `items` counts allowed items only.

        Columns: urn, originator, title, information_from, information_to, record_date,
        dates_assumed, format, file, sha256, items, cites, origin_known, recorded, handling.
        """

    def items(self, allowed: Allowed) -> "pa.Table":
        """Allowed items in report order.

        Columns: urn, item, text, grade, grade_system, handling, graded_by_default, provenance,
        provenance_grade, language, label.
        """

    def statement(self, statement: str, allowed: Allowed) -> Statement | None:
        """The statement of that id (`urn#item.n`), with its reviewed status."""

    def statements_of(self, entity: str, allowed: Allowed) -> list[Statement]:
        """All statements about one entity, oldest first."""

    def scan(self, allowed: Allowed) -> "pa.Table":
        """All allowed statements, one a row, in (report, item, n) order.

        Columns: urn, item, n, entity, schema, property, value, text, language, start, end,
        extractor, author, status, basis, modality, attribution, valid_from, valid_to, recorded,
        grade, grade_system, handling, originator, label. Strings that repeat are
        dictionary-encoded, and a dictionary holds nothing but what its rows use.
        """

    def scan_around(self, entities: Collection[str], allowed: Allowed) -> "pa.Table":
        """As `scan`, of the allowed items that name any of these entities, at their cost alone."""

    def judgements(self) -> list[Judgement]:
        """All judgements in the order in which they were given."""

    def judgements_on(self, entities: Collection[str]) -> list[Judgement]:
        """All judgements of which one of these entities is an end, undone ones and undos too."""

    def index_rules(self) -> str:
        """The rules by which the keys of the look-up index were made; empty before the first."""

    def reset_index(self, rules: str) -> None:
        """Empty the look-up index for keys by other rules; everything is news from now on."""

    def news(self, allowed: Allowed, most: int) -> News:
        """The next part, of at most so many items, of what the look-up index does not know.

        What is not allowed is left out of the part and is not told again.
        """

    def put_in_index(
        self, entries: Sequence[IndexEntry], judgements: Sequence[Judgement] = (), upto: str = ""
    ) -> None:
        """Write entries, and the judgements that follow from them, in one transaction.

        An entry takes the place of the one that its entity had; keys are only ever added to.

        Args:
            entries: At most one for each entity.
            judgements: As `judge` takes them.
            upto: Of the news that this takes in; empty where it takes in none.

        Raises:
            WrongUse: If a judgement's id is here with other content.
        """

    def found_under(self, keys: Sequence[int], most: int) -> list[list[int]]:
        """For each key the numbers of the entries under it, at most so many.

        Two keys may by chance share their entries; whoever looks compares the records.
        """

    def indexed(self, numbers: Sequence[int]) -> list[tuple[int, str, str]]:
        """Number, entity and record of the entries with these numbers."""

    def indexed_as(self, entities: Sequence[str]) -> list[tuple[int, str, str]]:
        """Number, entity and record of the entries that these entities have."""

    def reviews(self) -> list[Review]:
        """All reviews in the order in which they were given."""

    def refusals(self, allowed: Allowed) -> list[Refusal]:
        """Refusals under allowed labels, oldest first."""

    def original(self, sha256: str) -> bytes | None:
        """Content of an original file; None where there is none, or it was erased.

        Raises:
            DamagedNode: If what lies on disk is not what was written.
        """

    def hold(self, urn: str, reason: str, on: bool) -> None:
        """Put a report under a legal hold, or take the hold away."""

    def holds(self) -> dict[str, str]:
        """Reports under a legal hold: URN and reason."""

    def erase_report(self, urn: str) -> Erasure:
        """Destroy a report: afterwards no byte of its content is in the node's directory.

        Raises:
            WrongUse: If there is no such report.
            NotPermitted: If it, or a report from the same original file, is under a legal hold.
        """

    def erase_entity(self, entities: Sequence[str]) -> Erasure:
        """Destroy what is said about these entity ids, which together are one thing.

        Its names and identifiers are blacked out wherever a text repeats them word for word, and
        the original files that held them are destroyed.

        Raises:
            WrongUse: If nothing is said about any of them.
            NotPermitted: If a report that would be changed is under a legal hold.
        """

    def tide(self) -> Tide:
        """How much came in, was decided and was erased; costs the same whatever it holds."""

    def counts(self, allowed: Allowed) -> dict[str, int]:
        """How many reports, items, statements, entities and refusals are allowed."""

    def close(self) -> None:
        """Let go of the files. Nothing that was acknowledged depends on it."""
