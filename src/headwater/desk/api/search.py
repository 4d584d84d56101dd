"""Search for scripts: the same answers as on the page, and the same entry in the log."""

from dataclasses import dataclass
from typing import Annotated, Literal

from litestar import get
from litestar.di import NamedDependency, Provide
from litestar.params import FromQuery, Parameter, SkipValidation

from headwater.desk.api.answers import Start, refusals
from headwater.desk.visit import Here
from headwater.node import searching, things
from headwater.node.searching import LONGEST, Hit, Question

Words = Annotated[
    str,
    Parameter(min_length=1, max_length=LONGEST, description="A name, a number, words of a text."),
]
Kind = Literal["", "people", "groups", "vehicles", "numbers", "places", "reports"]
Day = Annotated[
    str,
    Parameter(
        pattern="^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$",
        description="A day as 2026-01-31, a month or a year; empty for any.",
    ),
]
Grade = Annotated[str, Parameter(max_length=20, description="As 2D; empty for any.")]


@dataclass(frozen=True, slots=True)
class HitTold:
    """One result, with the sentence that it rests on.

    Attributes:
        kind: What kind of result it is.
        id: Id of the thing; URN of the report.
        name: What it is called.
        what: What it is; of a report, who wrote it.
        as_written: The name or number that answers, where it is written otherwise.
        category: What somebody decided that a person is; empty for all else.
        groups: How many independent groups of reports speak of it.
        when: Days that are told, or empty.
        grade: Grade of the sentence.
        statement: Id of the statement behind it; empty for a report.
        item: Number of the item.
        sentence: The sentence, or what stands around the words.
    """

    kind: str
    id: str
    name: str
    what: str
    as_written: str
    category: str
    groups: int
    when: str
    grade: str
    statement: str
    item: int
    sentence: str


@dataclass(frozen=True, slots=True)
class FoundTold:
    """What answers a question.

    Attributes:
        counts: How many results of each kind the owner of the token may see.
        hits: At most five of each kind; where one kind was asked for, at most twenty of it.
        start: How many results of that kind come before these.
    """

    counts: dict[str, int]
    hits: list[HitTold]
    start: int


def asked(
    q: FromQuery[Words],
    kind: FromQuery[Kind] = "",
    begin: FromQuery[Day] = "",
    end: FromQuery[Day] = "",
    grade: FromQuery[Grade] = "",
) -> Question:
    """The question that an address puts."""
    return Question(q.strip(), kind, begin, end, grade)


Asked = NamedDependency[SkipValidation[Question]]


@get(
    "/search",
    sync_to_thread=True,
    dependencies={"question": Provide(asked, sync_to_thread=False)},
    responses=refusals(),
)
def searched(visit: Here, question: Asked, start: FromQuery[Start] = 0) -> FoundTold:
    """What bears a name in any script, a number however written, or words in any of their forms."""
    question.check()
    held = visit.look("search", reason=question.words)
    index, shield = searching.search_index_of(held), things.shield_of(visit.node, held)
    found = searching.search(index, shield, question, start)
    hits = [_told(hit) for some in found.hits.values() for hit in some]
    return FoundTold(found.counts, hits, found.start)


def _told(hit: Hit) -> HitTold:
    own = {name: getattr(hit, name) for name in HitTold.__slots__ if name != "sentence"}
    return HitTold(**own, sentence="".join(piece for piece, _ in hit.sentence))


ROUTES = (searched,)
