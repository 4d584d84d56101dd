"""Reports and statements for scripts."""

import io
from dataclasses import dataclass
from typing import Literal

from litestar import get, post
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery, JSONBody

from headwater.desk.api.answers import MOST, Id, Start, refusals
from headwater.desk.live import feed_of
from headwater.desk.visit import Here
from headwater.model import Statement
from headwater.node import entering, reading
from headwater.node.reading import adding

Says = Literal[
    "person",
    "group",
    "organisation",
    "alias",
    "birth",
    "phone",
    "passport",
    "document",
    "vehicle",
    "role",
    "tie",
    "contact",
    "family",
    "payment",
    "leg",
]
_ASKED = (
    "Who, what and where are given by names of the report, or by ids. Asked, `*` where it is "
    "needed: "
) + "; ".join(
    f"{word}: " + ", ".join(f"`{one.name}`{'*' if one.needed else ''}" for one in form.fields)
    for word, form in adding.forms().items()
)
How = Literal["", "done", "attempted", "planned", "projected", "alleged", "denied"]


@dataclass(frozen=True, slots=True)
class ReportListed:
    """A report in the list; days are ISO 8601 and may be empty."""

    urn: str
    title: str
    originator: str
    record_date: str
    items: int
    statements: int


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports that the owner of the token sees, the newest first.

    Attributes:
        reports: At most a hundred of them.
        start: How many come before these.
        whole: How many there are.
    """

    reports: list[ReportListed]
    start: int
    whole: int


@dataclass(frozen=True, slots=True)
class StatementTold:
    """One claim taken from an item.

    Attributes:
        id: Its id.
        entity: What it is about, by id.
        schema: What that is.
        property: What is said of it.
        value: The value as it is kept.
        text: The words of the item that say so.
        start: First character of them in the item; -1 where it stands for the item as a whole.
        end: One past the last.
        status: `proposed`, `accepted` or `rejected`.
        modality: How the item puts it.
        attribution: Who says so, in the item's words; may be empty.
    """

    id: str
    entity: str
    schema: str
    property: str
    value: str
    text: str
    start: int
    end: int
    status: str
    modality: str
    attribution: str


@dataclass(frozen=True, slots=True)
class ItemTold:
    """An item with its grade and handling, as `2D-P`."""

    number: int
    text: str
    language: str
    grade: str
    statements: list[StatementTold]


@dataclass(frozen=True, slots=True)
class ReportTold:
    """A report as far as the owner of the token sees it.

    Attributes:
        urn: Its reference.
        title: Its title; may be empty.
        originator: Who wrote it.
        information: When the thing was known or seen, in words; may be empty.
        record: When it was written, in words; may be empty.
        items: Some of its items; `start` asks for those behind them.
        start: How many items come before these.
        whole: How many items are seen.
    """

    urn: str
    title: str
    originator: str
    information: str
    record: str
    items: list[ItemTold]
    start: int
    whole: int


@dataclass(frozen=True, slots=True)
class StatementBehind:
    """A statement with the sentence that it rests on."""

    statement: StatementTold
    report: str
    item: int
    sentence: str
    grade: str


@dataclass(frozen=True, slots=True)
class NewReport:
    """A text report, with or without header lines; see the tutorial.

    Attributes:
        name: Name of the file that it is kept as.
        text: The whole text.
        grading: Of the items that bear none, as `2D-P`; empty for the usual one.
    """

    name: str
    text: str
    grading: str = ""


@dataclass(frozen=True, slots=True)
class RefusalTold:
    """Something that could not be taken: where it stood, why, and what would let it in."""

    where: str
    what: str
    why: str
    do: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a report that was handed in.

    Attributes:
        reports: References of those that were read and that the owner of the token sees.
        items: How many items were taken.
        statements: How many statements were taken from them.
        already_here: How many reports the node held already.
        refusals: What could not be taken.
    """

    reports: list[str]
    items: int
    statements: int
    already_here: int
    refusals: list[RefusalTold]


@dataclass(frozen=True, slots=True)
class NewStatement:
    """What an item says and the reader missed; it rests on words of the item, letter by letter.

    Attributes:
        item: The item, as `URN#item`.
        says: What kind of thing it says.
        given: What of it, by the fields of that kind.
        reason: Why; it is kept with the decision.
        words: The words of the item that say so; empty for a whole sentence.
        at: Where that sentence or the words begin; -1 where only one can be meant.
        modality: How the item puts it; empty for plainly done.
        new: What somebody is whom the report has not named yet.
    """

    item: str
    says: Says
    given: dict[str, str]
    reason: str
    words: str = ""
    at: int = -1
    modality: How = ""
    new: Literal["person", "group", "organisation"] = "person"


@dataclass(frozen=True, slots=True)
class AddedTold:
    """Ids of the decisions by which it stands, and the statements."""

    made: list[str]
    statements: list[StatementTold]


@get("/reports", sync_to_thread=True, responses=refusals())
def listed(visit: Here, start: FromQuery[Start] = 0) -> Reports:
    """The reports, the newest first."""
    found = reading.inbox(visit.node, visit.look(), reading.Filter(), start, MOST)
    fields = ReportListed.__slots__
    rows = [ReportListed(**{name: row[name] for name in fields}) for row in found.rows]
    return Reports(rows if start < found.number else [], start, found.number)


@get("/reports/one", sync_to_thread=True, responses=refusals(s404="There is none for you."))
def one(visit: Here, urn: FromQuery[Id], start: FromQuery[Start] = 0) -> ReportTold:
    """One report with what was taken from it, some items at a time."""
    found = reading.read_report(visit.node, urn, start)
    if found is None:
        raise NotFoundException
    found = reading.as_told(visit.node, found, visit.look)
    items = [
        ItemTold(
            number=read.item.number,
            text=read.item.text,
            language=read.item.language,
            grade=read.grade,
            statements=[told(each) for each in found.said if each.item == read.item.number],
        )
        for read in found.items
    ]
    return ReportTold(
        urn=found.report.urn,
        title=found.report.title,
        originator=found.report.originator,
        information=found.information,
        record=found.record,
        items=items,
        start=found.start,
        whole=found.whole,
    )


@post("/reports", sync_to_thread=True, opt={"scope": "add"}, responses=refusals())
def added(visit: Here, data: JSONBody[NewReport], state: State) -> Receipt:
    """Bring a text report in; whatever cannot be taken is told with its reason."""
    file = (data.name, io.BytesIO(data.text.encode()))
    received = entering.hand_in(visit.node, [file], data.grading)
    feed_of(state).nudge()
    receipt = received.receipt
    return Receipt(
        reports=[urn for urn, _ in received.reports],
        items=receipt.items,
        statements=receipt.statements,
        already_here=receipt.already_here,
        refusals=[
            RefusalTold(f"{each.file}, {each.position}", each.what, each.why, each.do)
            for each in receipt.refusals
        ],
    )


@post(
    "/statements",
    sync_to_thread=True,
    opt={"scope": "review"},
    responses=refusals(),
    description=_ASKED,
)
def missed(visit: Here, data: JSONBody[NewStatement], state: State) -> AddedTold:
    """Add what an item says and the reader missed, as accepted, in the name of the token's owner.

    What was added in one go is taken back in one go, by any of the decisions.
    """
    wish = adding.Missed(**{name: getattr(data, name) for name in NewStatement.__slots__})
    done = adding.add_missed(visit.node, wish, visit.look)
    feed_of(state).nudge()
    return AddedTold(list(done.made), [told(one) for one in done.said])


@get("/statements/one", sync_to_thread=True, responses=refusals(s404="There is none for you."))
def behind(visit: Here, id: FromQuery[Id]) -> StatementBehind:
    """A statement with the item that it was taken from, its grade and its report."""
    found = reading.sentence_behind(visit.node, id)
    if found is None:
        raise NotFoundException
    found = reading.as_told(visit.node, found, visit.look)
    return StatementBehind(
        statement=told(found.statement),
        report=found.report.urn,
        item=found.item.number,
        sentence=found.item.text,
        grade=found.grade,
    )


def told(statement: Statement) -> StatementTold:
    """A statement as scripts get it."""
    names = [name for name in StatementTold.__slots__ if name != "id"]
    return StatementTold(id=statement.id, **{name: getattr(statement, name) for name in names})


ROUTES = (listed, one, added, missed, behind)
