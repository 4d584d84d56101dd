"""Answers: what all routes for scripts have in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from litestar.openapi.datastructures import ResponseSpec
from litestar.params import Parameter

MOST = 100
"""Rows of one answer; the next ones are asked for with `start`."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong.

    Attributes:
        what: What happened, in one sentence.
        where: File, row or id it happened at; may be empty.
        why: The reason; may be empty.
        do: What can be done about it; may be empty.
    """

    what: str
    where: str
    why: str
    do: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer to what could not be done."""

    error: Trouble


def refusals(**others: str) -> Mapping[int, ResponseSpec]:
    """The refusals of a route.

    Args:
        others: Those that not every route has, as `s404="there is no such report"`.
    """
    every = {
        "s400": "The request is not of the form that is described here, or says no purpose.",
        "s401": "There is no token.",
        "s403": "The token opens nothing, or not this; or its owner may not.",
        "s413": "The request is larger than 64 MiB.",
        "s422": "Of the right form, but it cannot be done; the error says why.",
    } | others
    return {
        int(status[1:]): ResponseSpec(Refusal, description=said, generate_examples=False)
        for status, said in every.items()
    }


Start = Annotated[int, Parameter(ge=0, le=1_000_000_000, description="Rows to leave out.")]
Id = Annotated[str, Parameter(min_length=1, max_length=500)]
