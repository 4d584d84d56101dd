"""Rivals: a pair seen beside the other candidates of its two reports, and its tellers' habits.

Where many tell of one event, each with another of the same claims, few of these pairs are copies;
where three reports agree pair by pair, each pair is likelier. An office that never tells a kind of
news first has it from others.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from headwater.picture.independence.candidates import Pairs
from headwater.picture.independence.texts import Codes

Numbers = npt.NDArray[np.float64]

RIVALS = (
    *("first opinion", "kin of later", "kin of earlier", "near later", "near earlier"),
    *("other sources of later", "sources of earlier", "other heirs of earlier", "heirs of later"),
    *("behind the best of later", "behind the best of earlier"),
    *("before the next of later", "before the next of earlier"),
    *("through a third", "habit of later", "habit of earlier"),
)
"""Columns of evidence: the log odds of the first opinion; how many reports are expected to tell the
same story, at all and before or after; how far the pair stands from the best and next of either;
expected number of third reports that tie both; how often the teller is first with such news."""

_NEAR = -3.0  # log odds above which a candidate counts as near
_NONE = -30.0
_PRIOR = 5.0  # reports that weigh as much as the habit of all


class Beside(NamedTuple):
    """What is known of all reports.

    Attributes:
        news: For each report its originator and kind of news, as one number.
        kind: The kind of news alone.
    """

    news: Codes
    kind: Codes


def rivals(pairs: Pairs, odds: Numbers, beside: Beside) -> Numbers:
    """The columns `RIVALS`, one row a pair.

    Args:
        pairs: The pairs.
        odds: Natural log of their odds by a first opinion.
        beside: Originator and kind of news of all reports.
    """
    earlier, later, n = pairs.earlier, pairs.later, beside.news.size
    chance = 1 / (1 + np.exp(-odds))
    sources, heirs = (np.bincount(side, chance, n) for side in (later, earlier))
    near = odds > _NEAR
    close = np.bincount(later[near], minlength=n) + np.bincount(earlier[near], minlength=n)
    kin = sources + heirs
    habit = _habit(later, chance, beside)
    of_later, of_earlier = _places(later, odds, n), _places(earlier, odds, n)
    columns = [
        *(odds, kin[later], kin[earlier], close[later], close[earlier]),
        *(sources[later] - chance, sources[earlier], heirs[earlier] - chance, heirs[later]),
        *(of_later[0], of_earlier[0], of_later[1], of_earlier[1]),
        *(_third(earlier, later, chance, n), habit[later], habit[earlier]),
    ]
    return np.stack([np.asarray(column, np.float64) for column in columns], axis=1)


def _places(side: Codes, odds: Numbers, n: int) -> tuple[Numbers, Numbers]:
    """How far each pair is behind the best of a report, and before the next below it."""
    best, following = np.full(n, _NONE), np.full(n, _NONE)
    np.maximum.at(best, side, odds)
    below = odds < best[side]
    np.maximum.at(following, side[below], odds[below])
    return best[side] - odds, odds - np.where(below, best[side], following[side])


def _third(earlier: Codes, later: Codes, chance: Numbers, n: int) -> Numbers:
    """For each pair how many third reports are expected to be tied to both."""
    from scipy.sparse import csr_array

    if not chance.size:
        return chance
    both = np.concatenate([earlier, later]), np.concatenate([later, earlier])
    tied = csr_array((np.concatenate([chance, chance]), both), shape=(n, n))
    through = tied @ tied
    found: Numbers = np.asarray(through[earlier, later], dtype=np.float64).ravel()
    return found


def _habit(later: Codes, chance: Numbers, beside: Beside) -> Numbers:
    """How often whoever tells a report is the first with news of that kind."""
    told = np.zeros(beside.news.size)
    np.maximum.at(told, later, chance)
    first = 1 - told
    usual = np.bincount(beside.kind, first) / np.maximum(np.bincount(beside.kind), 1)
    own, reports = np.bincount(beside.news, first), np.bincount(beside.news)
    habit: Numbers = (own[beside.news] + _PRIOR * usual[beside.kind]) / (
        reports[beside.news] + _PRIOR
    )
    return habit
