"""Findings as drawings: each method with the drawing that shows its answer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from headwater.analysis import acquaintances
from headwater.draw.business import economics_told, fees_told, money_told
from headwater.draw.impact import effect_told, ledger_told, looks_told, power_told
from headwater.draw.organisers import (
    Bond,
    Curve,
    Person,
    Span,
    draw_curves,
    draw_groups,
    draw_ranks,
)
from headwater.draw.outlook import outlook_told, scenarios_told, total_told
from headwater.draw.routes import flow_told, map_told, risk_told
from headwater.draw.sheet import stacked
from headwater.draw.shifts import shifts_told
from headwater.model import Finding, WrongUse
from headwater.picture import Picture


def draw_finding(finding: Finding, picture: Picture) -> str:
    """One SVG element that shows what a method found.

    Args:
        finding: What it found.
        picture: The picture it ran on; only people who may be ranked are drawn.

    Raises:
        WrongUse: If there is no drawing for this method.
    """
    refuse_undrawn(finding.method)
    return _DRAWINGS[finding.method](finding, picture)


def refuse_undrawn(method: str) -> None:
    """Nothing, where there is a drawing for a method; asked before it runs, nobody waits in vain.

    Raises:
        WrongUse: If there is none.
    """
    if method not in _DRAWINGS:
        raise WrongUse(
            f"there is no drawing for {method}", do=f"draw one of {', '.join(_DRAWINGS)}"
        )


def _ranking(finding: Finding, picture: Picture) -> str:  # noqa: ARG001 - all drawings take both
    spans = [
        Span(row["name"], row["rank"], row["rank_low"], row["rank_high"], row["p_top5"])
        for row in finding.rows
    ]
    return draw_ranks(
        spans, title="Who most likely organises", of=finding.certificate.get("people")
    )


def _groups(finding: Finding, picture: Picture) -> str:
    latest = finding.rows[0]["period"] if finding.rows else ""
    rows = [row for row in finding.rows if row["period"] == latest]
    group = {one: row["group"] for row in rows for one in row["members"]}
    return _people(picture, finding.parameters, f"Groups {latest}".strip(), group=group)


def _removal(finding: Finding, picture: Picture) -> str:  # noqa: ARG001 - all drawings take both
    return draw_removal(finding)


def draw_removal(finding: Finding) -> str:
    """Pairs left before, with the set found, and with one person less and more; with the bound.

    Beside it what the first by betweenness would leave, as many of them.
    """
    told = finding.certificate
    most, before = len(finding.rows) or int(finding.parameters["k"]), float(told["before"])
    points = {0: (before, before)} | {
        removed: (float(one["pairs_left"]), float(one["bound"]))
        for removed, one in (
            (most - 1, told.get("one_less")),
            (most, told),
            (most + 1, told.get("one_more")),
        )
        if one
    }
    left, bound = ([points[at][i] for at in sorted(points)] for i in (0, 1))
    proved = left == bound
    names = _first([str(row["name"]) for row in finding.rows])
    found = Curve(
        "fewest pairs, proved" if proved else "fewest pairs found",
        left,
        () if proved else bound,
        at=sorted(points),
    )
    usual = [
        Curve(
            "as many, those most often between others (betweenness)",
            [float(one["pairs_left"])],
            at=[most],
        )
        for one in (told.get("top_betweenness"),)
        if one
    ]
    return draw_curves(
        [found, *usual],
        title=f"What removing {names} would leave" if names else "What a removal would leave",
        band="shaded: not excluded, down to the proved bound",
    )


def _first(names: Sequence[str]) -> str:
    """The first names of several, and how many there are beside."""
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


_NAMED = 3


def _chosen(finding: Finding, picture: Picture) -> str:
    chosen = {str(row["id"]) for row in finding.rows}
    return _people(picture, finding.parameters, "Whom the removal takes", chosen=chosen)


def _sequence(finding: Finding, picture: Picture) -> str:  # noqa: ARG001 - all drawings take both
    before = float(finding.certificate.get("pairs_before", 0))

    def over(column: str) -> list[float]:
        return [before, *(float(row[column]) for row in finding.rows)]

    curves = [
        Curve("all removed at once, nothing reacts", over("right_after")),
        *(
            Curve(words, over(name), over(f"{name}_low"), over(f"{name}_high"))
            for name, words in _TEMPOS.items()
        ),
    ]
    return draw_curves(
        curves,
        title="Removals in this order, when the network reacts",
        steps=[row["name"] for row in finding.rows],
        band="band: 90% of worlds",
    )


_TEMPOS = {
    "rewired": "one by one, contacts close ranks and go quiet",
    "replaced": "one by one, places are filled again",
}


def _people(
    picture: Picture,
    parameters: Mapping[str, Any],
    title: str,
    group: Mapping[str, str] | None = None,
    chosen: frozenset[str] | set[str] = frozenset(),
) -> str:
    names, ties = acquaintances(picture, parameters)
    tied = {end for tie in ties for end in (tie.source, tie.target)} | chosen
    people = [
        Person(one, name, (group or {}).get(one, ""), chosen=one in chosen)
        for one, name in names.items()
        if one in tied
    ]
    return draw_groups(people, [Bond(*tie) for tie in ties], title=title)


def _outlook(finding: Finding) -> str:
    """The steps to come, and beneath them the year where its course is known."""
    drawings = [outlook_told(finding)]
    if finding.rows and "course" in finding.certificate:
        drawings.append(total_told(finding))
    return stacked(drawings, "What may come")


def _of_rows(draw: Callable[[Finding], str]) -> Callable[[Finding, Picture], str]:
    """A drawing that needs the finding alone."""
    return lambda finding, _: draw(finding)


_DRAWINGS: dict[str, Callable[[Finding, Picture], str]] = {
    "business.economics": _of_rows(economics_told),
    "business.fees": _of_rows(fees_told),
    "business.money": _of_rows(money_told),
    "impact.effect": _of_rows(effect_told),
    "impact.ledger": _of_rows(ledger_told),
    "impact.power": _of_rows(power_told),
    "impact.sequential": _of_rows(looks_told),
    "organisers.groups": _groups,
    "organisers.ranking": _ranking,
    "organisers.removal": _removal,
    "organisers.robust_removal": _chosen,
    "organisers.sequence": _sequence,
    "outlook.arrivals": _of_rows(_outlook),
    "outlook.scenarios": _of_rows(scenarios_told),
    "routes.flow": flow_told,
    "routes.map": map_told,
    "routes.risk": risk_told,
    "routes.shift": _of_rows(shifts_told),
}
