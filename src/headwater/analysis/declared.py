"""Running a declared method: parameters settled, time taken, the picture's caveats repeated."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, NamedTuple, TypeAlias

from headwater.analysis.organisers import groups, ranking, removal, robust, roles, sequence
from headwater.analysis.routes import route_map, shift
from headwater.model import Finding, Method, WrongUse
from headwater.picture import Picture

Run: TypeAlias = Callable[[Picture, Mapping[str, Any]], Finding]


class Declared(NamedTuple):
    """A method with the function that carries it out."""

    method: Method
    run: Run


METHODS: dict[str, Declared] = {
    module.METHOD.id: Declared(module.METHOD, module.run)
    for module in (groups, ranking, removal, robust, roles, sequence, route_map, shift)
}
"""Every method by its id."""


def methods() -> tuple[Method, ...]:
    """The declarations of all methods, in the order of their ids."""
    return tuple(METHODS[name].method for name in sorted(METHODS))


def run(picture: Picture, method_id: str, given: Mapping[str, object] | None = None) -> Finding:
    """Run one method on a picture.

    Args:
        picture: What to run it on; it stays as it is.
        method_id: Id of the method, as `organisers.ranking`.
        given: Values of parameters by name; text is read as the parameter's kind.

    Raises:
        WrongUse: If there is no such method or parameter, or a value is not allowed.
    """
    declared = METHODS.get(method_id)
    if declared is None:
        near = get_close_matches(method_id, METHODS, n=1, cutoff=0.0)
        raise WrongUse(
            f"there is no method {method_id!r}",
            do=f"the nearest is {near[0]}; see `headwater methods`",
        )
    parameters = declared.method.settle(given or {})
    started = time.perf_counter()
    finding = declared.run(picture, parameters)
    return replace(
        finding,
        caveats=tuple(dict.fromkeys((*picture.caveats, *finding.caveats))),
        seconds=round(time.perf_counter() - started, 3),
    )
