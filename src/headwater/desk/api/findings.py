"""Methods and their findings for scripts."""

from dataclasses import dataclass, field
from typing import Any

from litestar import get, post
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery, JSONBody

from headwater.desk.api.answers import Start, refusals
from headwater.desk.visit import Here
from headwater.node.looking import Run, keep_asked

PATIENCE = 20.0
"""Seconds that an answer waits for a method."""


@dataclass(frozen=True, slots=True)
class ParameterTold:
    """Something that may be set."""

    name: str
    kind: str
    default: Any
    meaning: str
    low: float | None
    high: float | None
    choices: list[str]


@dataclass(frozen=True, slots=True)
class MethodTold:
    """What a method asks, how its cost grows, and what it must not be used for."""

    id: str
    version: str
    question: str
    parameters: list[ParameterTold]
    cost: str
    not_for: str


@dataclass(frozen=True, slots=True)
class Methods:
    """The declared methods."""

    methods: list[MethodTold]


@dataclass(frozen=True, slots=True)
class Question:
    """A method and the parameters that differ from their defaults."""

    method: str
    parameters: dict[str, str | int | float | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A run of a method.

    Attributes:
        run: Its number, to ask for it again.
        done: Whether it has ended; if not, ask again for the run.
        finding: What was found: method, version, parameters, picture, rows, certificate,
            sensitivity, caveats, evidence, seconds; null until it has ended.
    """

    run: int
    done: bool
    finding: dict[str, Any] | None


@get("/methods", sync_to_thread=True, responses=refusals())
def listed(visit: Here) -> Methods:
    """The declared methods."""
    from headwater.analysis import methods

    del visit  # whoever asks says what for, here as everywhere
    told = []
    for one in methods():
        names = ParameterTold.__slots__
        parameters = [
            ParameterTold(**{**{n: getattr(each, n) for n in names}, "choices": [*each.choices]})
            for each in one.parameters
        ]
        told.append(
            MethodTold(one.id, one.version, one.question, parameters, one.cost, one.not_for)
        )
    return Methods(told)


@post(
    "/findings",
    sync_to_thread=True,
    status_code=200,
    opt={"scope": "analyse"},
    responses=refusals(),
)
def asked(visit: Here, data: JSONBody[Question]) -> Answer:
    """Run a method; one that takes longer than twenty seconds goes on in the background."""
    run = visit.shelf.runs.ask(visit.node, visit.look().picture, data.method, data.parameters)
    run.wait(PATIENCE)
    keep_asked(visit.node, run)
    return _answer(run)


@get("/findings/one", sync_to_thread=True, responses=refusals(s404="You asked for no such run."))
def one(visit: Here, run: FromQuery[Start]) -> Answer:
    """A run of your own, by its number."""
    found = visit.shelf.runs.find(visit.node, run)
    if found is None:
        raise NotFoundException
    return _answer(found)


def _answer(run: Run) -> Answer:
    """What is known of a run by now.

    Raises:
        HeadwaterError: What stopped it.
    """
    if run.trouble is not None:
        raise run.trouble
    finding = run.finding.as_dict() if run.finding else None
    return Answer(run.number, run.done, finding)


ROUTES = (listed, asked, one)
