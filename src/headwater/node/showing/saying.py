"""Saying: what a finding comes to, in a sentence or two."""

from collections.abc import Callable
from typing import Any

from headwater.model import Finding


def sentences(finding: Finding) -> tuple[str, ...]:
    """What a finding comes to; nothing where its rows say it best."""
    say = _SAYING.get(finding.method)
    return say(finding) if say else ()


def _removal(finding: Finding) -> tuple[str, ...]:
    told = finding.certificate
    if not finding.rows:
        return ()
    left, bound, many = told["pairs_left"], told["bound"], len(finding.rows)
    names = ", ".join(str(row["name"]) for row in finding.rows)
    who = f"these {many}" if many > 1 else "this one"
    sure = (
        f"No other choice of {many} leaves fewer; that is proved."
        if told.get("proved")
        else "It is the best choice found in the time there was, and not proved to be the best: "
        f"another {many} might leave fewer, but none can leave fewer than {bound:,}."
    )
    return (
        f"Now {told['before']:,} pairs of people can reach each other, straight or over others. "
        f"Without {who}, {left:,} {'pair' if left == 1 else 'pairs'} still can: {names}. {sure}",
    )


def _arrivals(finding: Finding) -> tuple[str, ...]:
    told: dict[str, Any] = finding.certificate
    said = []
    if finding.rows:
        last = finding.rows[-1]
        said.append(
            f"In the step that ends on {last['date']}: about {last['q50']:,.0f}, and with nine "
            f"chances in ten between {last['q05']:,.0f} and {last['q95']:,.0f}."
        )
    if told.get("threshold") and told.get("p_above") is not None:
        said.append(
            f"Chance that {told.get('year', 'the year')} passes {told['threshold']:,.0f}: "
            f"{_chance(told['p_above'])}."
        )
    return tuple(said)


def _chance(chance: float) -> str:
    """A chance in per cent; what rounds to none or all is not called certain."""
    if chance < 0.01:
        return "less than 1 %"
    return "more than 99 %" if chance > 0.99 else f"{100 * chance:.0f} %"


def _effect(finding: Finding) -> tuple[str, ...]:
    return tuple(
        f"{row['treated'] or 'The series'}: {str(row['verdict']).replace('_', ' ')}. {row['why']}"
        for row in finding.rows
        if row.get("verdict")
    )


def _power(finding: Finding) -> tuple[str, ...]:
    return tuple(str(row["why"]) for row in finding.rows[:1] if row.get("why"))


_SAYING: dict[str, Callable[[Finding], tuple[str, ...]]] = {
    "organisers.removal": _removal,
    "outlook.arrivals": _arrivals,
    "impact.effect": _effect,
    "impact.sequential": _effect,
    "impact.power": _power,
}
