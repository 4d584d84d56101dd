"""The queue of what waits for a person, for scripts; a person stands behind each decision."""

from dataclasses import dataclass
from typing import Any, Literal

from litestar import get, post
from litestar.datastructures import State
from litestar.params import FromQuery, JSONBody

from headwater.desk.api.answers import MOST, refusals
from headwater.desk.live import feed_of, queues_of
from headwater.desk.visit import Here
from headwater.node import decide, queue, reading
from headwater.node.looking import StillBuilding

PATIENCE = 20.0
"""Seconds that a script waits for the queue."""

Kind = Literal["waiting", "people", "joined", "decided"]
Decision = Literal["accept", "reject", "same", "different", "unknown", "undo"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, the most useful first.

    Attributes:
        entries: At most a hundred entries: id, kind, about, what, why, evidence, sources...
        more: Whether others follow.
        waiting: How many wait in all, by kind.
    """

    entries: list[dict[str, Any]]
    more: bool
    waiting: dict[str, int]


@dataclass(frozen=True, slots=True)
class Wish:
    """A decision.

    Attributes:
        decision: `accept` or `reject` for statements; `same`, `different` or `unknown` for two
            things; `undo` for decisions and judgements.
        ids: What it is about; for two things both, or the id of their entry.
        reason: Why; it is kept with the decision.
    """

    decision: Decision
    ids: list[str]
    reason: str


@dataclass(frozen=True, slots=True)
class Made:
    """Ids of the decisions that were made; `undo` takes them back."""

    made: list[str]


@get("/review", sync_to_thread=True, responses=refusals())
def waiting(
    visit: Here, state: State, kind: FromQuery[Kind] = "waiting", find: FromQuery[str] = ""
) -> Waiting:
    """What waits, or can be taken back; `find` are words that an entry must hold."""
    asked = queue.Asked("category" if kind == "people" else kind, find)
    found = queues_of(state).look(visit.node, asked, MOST, PATIENCE)
    if found.waits:
        raise StillBuilding("the queue is being gathered", do="ask again in a while")
    full = found.in_full(visit.node, 0, MOST)
    hide = queue.hiding(visit.node, full, visit.look)
    entries = [queue.without(entry, hide) for entry in full]
    more = found.more or len(found.entries) > MOST
    return Waiting([entry.as_dict() for entry in entries], more, found.waiting)


@post("/review", sync_to_thread=True, opt={"scope": "review"}, responses=refusals())
def decided(visit: Here, data: JSONBody[Wish], state: State) -> Made:
    """Decide, in the name of the token's owner."""
    barred = reading.barred_from(visit.node, visit.look)
    made = decide(visit.node, data.decision, data.ids, data.reason, barred)
    feed_of(state).nudge()
    return Made(made)


ROUTES = (waiting, decided)
