"""Several treated series: held together as one, and each for itself."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from headwater.analysis.impact.design import Unanswerable, names_in, refuse_double
from headwater.analysis.impact.gathering import Cell, Told, length_of


def in_turn(told: Told, parameters: Mapping[str, Any]) -> tuple[Told, list[Mapping[str, Any]]]:
    """What is compared, in turn: several treated series together first, then each of them.

    Their sum is added to what is told. No treated series is a donor of another.

    Raises:
        WrongUse: If one of them is unknown.
        Unanswerable: If they are not counted by one step, or never at the same time.
    """
    names = list(dict.fromkeys(names_in(told, parameters["treated"], "treated")))
    if len(names) < 2:
        return told, [parameters]
    refuse_double(told, names)
    if len({length_of(told.cells[name]) for name in names}) > 1:
        raise Unanswerable("the treated series are not counted by one step", "one step for all")
    total = " + ".join(names)
    cells = _summed(told, names)
    if not cells:
        raise Unanswerable("the treated series are never counted at once", "counts of one time")
    changes = [told.changes[name] for name in names if name in told.changes]
    whole = replace(
        told,
        cells={**told.cells, total: cells},
        changes={**told.changes, **({total: max(changes)} if changes else {})},
    )
    return whole, [_alone(parameters, name, [total, *names]) for name in (total, *names)]


def _alone(parameters: Mapping[str, Any], name: str, all_of_them: list[str]) -> Mapping[str, Any]:
    out = [one for one in all_of_them if one != name]
    return {**parameters, "treated": name, "exclude": "|".join([*out, parameters["exclude"]])}


def _summed(told: Told, names: list[str]) -> list[Cell]:
    """Sums of the periods that all of them have; behind each the statement of the first."""
    held: dict[tuple[Any, Any], list[Cell]] = defaultdict(list)
    for name in names:
        for cell in told.cells[name]:
            held[(cell.period.earliest, cell.period.latest)].append(cell)
    return [
        Cell(found[0].period, sum(cell.value for cell in found), found[0].statement)
        for _, found in sorted(held.items())
        if len(found) == len(names)
    ]
