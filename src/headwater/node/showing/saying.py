"""Saying: what a finding comes to, in a sentence or two."""

from collections.abc import Callable, Mapping
from typing import Any

from headwater.model import Finding


def sentences(finding: Finding) -> tuple[str, ...]:
    """What a finding comes to; nothing where its rows say it best."""
    say = _SAYING.get(finding.method)
    return say(finding) if say else ()


def only_words(finding: Finding) -> bool:
    """Whether a finding gives a reason and nothing to draw: its drawing would say it once more."""
    figures = _FIGURES.get(finding.method)
    if figures is None or not finding.rows:
        return False
    return all(row.get(figures) in (None, [], ()) for row in finding.rows)


_FIGURES = {"impact.effect": "counts", "impact.sequential": "e_value", "impact.power": "periods"}
"""Methods that may refuse, and the column that is empty then."""


def _removal(finding: Finding) -> tuple[str, ...]:
    told = finding.certificate
    if not finding.rows:
        return ()
    left, bound, many = told["pairs_left"], told["bound"], len(finding.rows)
    names = ", ".join(_apart(str(row["name"])) for row in finding.rows)
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
        when = _LAST.get(str(told.get("step")), _LAST["step"]).format(last["date"])
        said.append(
            f"{when} {last['q50']:,.0f}, and with nine chances in ten between "
            f"{last['q05']:,.0f} and {last['q95']:,.0f}."
        )
    if told.get("threshold") and told.get("p_above") is not None:
        said.append(
            f"Chance that {told.get('year', 'the year')} passes {told['threshold']:,.0f}: "
            f"{_chance(told['p_above'])}."
        )
    return tuple(said)


_LAST = {
    "day": "On {}, the last day foretold: about",
    "week": "In the last week foretold, to {}: about",
    "month": "In the last month foretold, to {}: about",
    "step": "In the last step foretold, to {}: about",
}


def _chance(chance: float) -> str:
    """A chance in per cent; what rounds to none or all is not called certain."""
    if chance < 0.01:
        return "less than 1 %"
    return "more than 99 %" if chance > 0.99 else f"{100 * chance:.0f} %"


def _effect(finding: Finding) -> tuple[str, ...]:
    return tuple(_judged(row) for row in finding.rows if row.get("verdict"))


def _latest(finding: Finding) -> tuple[str, ...]:
    """Of all looks the last: it says what may be said by now."""
    return _effect(finding)[-1:]


_VERDICTS = {
    "fall": "it fell",
    "rise": "it rose",
    "unclear": "no change that stands out",
    "fell_before": "it fell before",
    "not_yet": "nothing can be said yet",
    "refused": "no answer",
}


def _judged(row: Mapping[str, Any]) -> str:
    verdict = str(row["verdict"])
    need = f" What would help: {row['need']}." if row.get("need") else ""
    name = _apart(str(row["treated"])) if row["treated"] else "The series"
    return f"{name}: {_VERDICTS.get(verdict, verdict)}. {_sentence(row['why'])}{need}"


def _power(finding: Finding) -> tuple[str, ...]:
    return tuple(_sentence(row["why"]) for row in finding.rows[:1] if row.get("why"))


def _sentence(words: str) -> str:
    """Words as a sentence begins and ends."""
    return f"{words[:1].upper()}{words[1:].removesuffix('.')}."


def _apart(name: str) -> str:
    """A name that runs in its own direction (Unicode isolates), whatever stands beside it."""
    return f"\u2068{name}\u2069"


_SAYING: dict[str, Callable[[Finding], tuple[str, ...]]] = {
    "organisers.removal": _removal,
    "outlook.arrivals": _arrivals,
    "impact.effect": _effect,
    "impact.sequential": _latest,
    "impact.power": _power,
}
