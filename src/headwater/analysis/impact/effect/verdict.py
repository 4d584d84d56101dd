"""What may be said of a comparison: the verdict, or why there is none and what would help."""

from typing import NamedTuple

import numpy as np

from headwater.series.counterfactual import LEVEL, Before, Counterfactual

LEAST_PLACEBOS = round(1 / LEVEL) - 1
"""So many windows in which nothing happened are needed for a claim at the level."""

MOST_FALSE = 2 * LEVEL
"""Above this share of effects called where nothing happened, none is printed."""

MOST_OFF = 2.5
"""A series whose usual error is so many times that of all series does not follow its donors."""


class Verdict(NamedTuple):
    """One word, why, and what data would help; the last is empty where nothing is lacking."""

    word: str
    why: str
    need: str = ""


def verdict(found: Counterfactual, donors: int, shorter: str = "") -> Verdict:
    """Judge a comparison by its placebos, its past and its date.

    Args:
        found: The comparison.
        donors: Number of donors that it used.
        shorter: The window that has placebos enough, in words; empty where none has.
    """
    return _refusal(found, donors, shorter) or _answer(found)


def _refusal(found: Counterfactual, donors: int, shorter: str) -> Verdict | None:
    placebos = found.placebos
    if placebos.worth < LEAST_PLACEBOS:
        return Verdict(
            "refused",
            f"there are only {placebos.worth:.0f} windows of {placebos.length} periods in which "
            f"nothing happened; a claim at {LEVEL:.0%} needs {LEAST_PLACEBOS}",
            _more(LEAST_PLACEBOS - placebos.worth, placebos.length, donors, shorter),
        )
    if found.worse > MOST_OFF:
        return Verdict(
            "refused",
            f"before the start the series was off its forecast by {found.worse:.1f} times what is "
            "usual among these series: donors and past do not explain it",
            "donors that moved with it before, or a covariate of what moves it",
        )
    if found.rate > MOST_FALSE:
        return Verdict(
            "refused",
            f"at dates and donors where nothing happened the test called an effect in "
            f"{found.rate:.0%} of windows instead of {LEVEL:.0%}",
            "donors that are alike, or a covariate of what moves them",
        )
    return None


def _more(lacking: float, length: int, donors: int, shorter: str) -> str:
    if shorter:
        return f"{shorter}, or more donors with as long a past"
    each = f"{int(np.ceil(lacking / (donors + 1))) * length} more periods before the start"
    return f"{each}, or more donors with as long a past"


def _answer(found: Counterfactual) -> Verdict:
    change = found.change
    early = _early(found)
    sure = f"{found.placebos.worth:.0f} placebo windows, p = {change.p:.3f}"
    if early is not None and (change.error < 0 or change.p > LEVEL):
        return Verdict(
            "fell_before",
            f"the series left its path in the {early.length} periods before the start already "
            f"(by {np.expm1(early.error):.0%}, p = {early.p:.3f}): the date gets no credit",
        )
    if change.p <= LEVEL:
        word = "fall" if change.error < 0 else "rise"
        return Verdict(word, f"a {word} larger than errors where nothing happened ({sure})")
    return Verdict(
        "unclear", f"errors as large are common where nothing happened ({sure})", _clearer(found)
    )


def _early(found: Counterfactual) -> Before | None:
    fell = [one for one in found.before if one.error < 0 and one.p <= LEVEL]
    return min(fell, key=lambda one: one.p, default=None)


def _clearer(found: Counterfactual) -> str:
    seen = float(np.expm1(-found.reach))
    help_most = "donors that move with it" if found.believed < 0.5 else "a longer window"
    return f"this comparison shows a fall beyond {seen:.0%}; {help_most} would show smaller ones"
