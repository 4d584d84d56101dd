"""Running a declared method: parameters settled, time taken, the picture's caveats repeated."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, NamedTuple, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from headwater.analysis.business import economics, fees, money, squeeze
from headwater.analysis.impact import effect, ledger, power, sequential
from headwater.analysis.organisers import groups, ranking, removal, robust, roles, sequence
from headwater.analysis.outlook import arrivals, scenarios
from headwater.analysis.routes import flow, risk, route_map, shift
from headwater.model import Finding, Method, WrongUse
from headwater.picture import Picture

Run: TypeAlias = Callable[[Picture, Mapping[str, Any]], Finding]


class Declared(NamedTuple):
    """A method with the function that carries it out."""

    method: Method
    run: Run


METHODS: dict[str, Declared] = {
    module.METHOD.id: Declared(module.METHOD, module.run)
    for module in (
        groups,
        ranking,
        removal,
        robust,
        roles,
        sequence,
        route_map,
        shift,
        flow,
        risk,
        fees,
        economics,
        squeeze,
        money,
        arrivals,
        scenarios,
        effect,
        power,
        sequential,
        ledger,
    )
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
        certificate=finding.certificate | _releases(picture, finding),
        caveats=tuple(dict.fromkeys((*picture.caveats, *finding.caveats))),
        seconds=round(time.perf_counter() - started, 3),
        names=_names(picture, finding),
    )


def _releases(picture: Picture, finding: Finding) -> dict[str, Any]:
    """Which releases the counts behind a finding are of, by series; nothing where none is known."""
    series = picture.series.filter(pc.not_equal(picture.series["release"], ""))
    if not series.num_rows:
        return {}
    behind = pa.array({one for some in finding.evidence.values() for one in some}, pa.string())
    used = series.filter(pc.is_in(series["statement"], value_set=behind))
    told = used.group_by("series").aggregate([("release", "min"), ("release", "max")])
    rows = [
        {"series": row["series"], "first": row["release_min"], "last": row["release_max"]}
        for row in told.sort_by("series").to_pylist()
    ]
    return {"releases": rows} if rows else {}


def _names(picture: Picture, finding: Finding) -> dict[str, str]:
    """What the people are called whom a finding mentions, of those who may be ranked.

    A row says itself what its own id is called.
    """
    inside = [held for row in finding.rows for held in row.values() if not isinstance(held, str)]
    words = {*_words([inside, finding.certificate, finding.sensitivity])}
    mentioned = pa.array(sorted(words), pa.string())
    people = picture.entities.filter(picture.entities["rankable"])
    people = people.filter(pc.is_in(people["id"], value_set=mentioned))
    return dict(zip(people["id"].to_pylist(), people["caption"].to_pylist(), strict=True))


def _words(value: object) -> Iterator[str]:
    """Every text in a value, keys of mappings included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _words([*value, *value.values()])
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _words(one)
