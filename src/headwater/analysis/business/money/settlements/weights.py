"""Weights: how much likeness of memo, amount and date speaks for one settlement, without labels.

Every pair has a level in each of the three. How often each level occurs among movements that belong
together and among others is estimated by expectation and maximisation, as in Fellegi and Sunter
(1969) and Winkler (1988); what settlements usually look like counts as a few made-up ones, so that
small ledgers are not read too much into. A movement settles with one other at the most, so that
pairs compete: their probabilities are those of a matching, found by passing messages between pairs
that share a movement (Bayati, Shah and Sharma 2008; exact where pairs form no rings).
"""

from dataclasses import dataclass

import numpy as np

from headwater.analysis.business.money.settlements.ledger import Numbers, Whole

NOT_ALIKE, SILENT = 0, 1
"""Levels of the memo: too unlike to be compared, and nothing to compare."""
_FIRST = 2
_BITS = 5.0  # width of a level of shared bits
_HEIGHT = 12  # levels of shared bits
_SHARES = np.array([0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.999])
_USUAL_SHARES = np.array([0.005, 0.005, 0.01, 0.03, 0.05, 0.1, 0.2, 0.6])
EXACT = 0.005
"""Amounts that differ by less are the same to the smallest coin."""
_PERCENT = 0.01
_USUAL = 20.0  # made-up settlements that tell what is usual
_FREE = 2.0  # made-up movements that settle with nobody, and as many that do
_UNUSUAL = 0.5  # a level that was never seen still may be
_ROUNDS = 25
_SETTLED = 1e-3
_FAINT = 1e-4  # odds below which a pair takes nothing from the others
_MESSAGES = 30
_LEAST, _MOST = -40.0, 40.0


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs worth comparing, and how the levels are spread over all pairs looked at.

    Attributes:
        left: Row in the left ledger.
        right: Row in the right ledger.
        bits: Bits that the memos share.
        share: Share of the shorter memo that agrees.
        lag: Days from left to right.
        change: Logarithm of the right amount over the left.
        levels: Level of memo, amount and lag, one column each.
        spread: For each of the three how many of the pairs near each other have each level.
        total: How many pairs are near each other.
    """

    left: Whole
    right: Whole
    bits: Numbers
    share: Numbers
    lag: Whole
    change: Numbers
    levels: Whole
    spread: tuple[Whole, Whole, Whole]
    total: float


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """What was estimated.

    Attributes:
        score: For each pair the logarithm of the odds that it belongs together, rivals aside.
        probability: The same with its rivals counted, 0 to 1.
        likely: For each of memo, amount and lag the logarithm of how much more often each level
            occurs among settlements.
        among: The same three: share of settlements at each level.
        expected: Number of settlements expected.
        prior: Logarithm of the odds of any pair looked at.
        rounds: Rounds of estimation.
    """

    score: Numbers
    probability: Numbers
    likely: tuple[Numbers, Numbers, Numbers]
    among: tuple[Numbers, Numbers, Numbers]
    expected: float
    prior: float
    rounds: int


def memo_levels(bits: Numbers, share: Numbers) -> Whole:
    """The level of memos that may agree."""
    high = np.minimum(bits // _BITS, _HEIGHT - 1).astype(np.int64)
    level: Whole = _FIRST + high * (_SHARES.size + 1) + np.digitize(share, _SHARES)
    return level


def amount_levels(one: Numbers, other: Numbers, change: Numbers, lower: float) -> Whole:
    """The level of each pair of amounts: 0 the same, then percent by percent from the lowest."""
    level = 1 + np.maximum(np.round((change + lower) / _PERCENT), 0).astype(np.int64)
    found: Whole = np.where(np.abs(one - other) < EXACT, 0, level)
    return found


def heights(lower: float, upper: float, days: int) -> tuple[int, int, int]:
    """Number of levels of memo, amount and lag."""
    steps = 2 + int(np.round((lower + upper) / _PERCENT))
    return _FIRST + _HEIGHT * (_SHARES.size + 1), steps, days


def usual(lower: float, upper: float, first: int, days: int) -> tuple[Numbers, Numbers, Numbers]:
    """How settlements are usually spread over the levels, before anything is seen.

    Memos mostly agree in what they both have; amounts are the same or a few percent off; the other
    side follows within days, seldom within weeks.
    """
    memo = np.concatenate([[0.01, 0.02], np.tile(_USUAL_SHARES / _HEIGHT, _HEIGHT)])
    change = np.arange(heights(lower, upper, days)[1] - 1) * _PERCENT - lower
    amount = np.concatenate([[1.0], 3 * np.exp(-np.abs(change) / 0.03) / 6])
    lag = np.arange(days) + first
    late = np.where(lag < 0, 0.02, np.exp(-np.abs(lag) / 5.0) + 0.02)
    return memo / memo.sum(), amount / amount.sum(), late / late.sum()


def weigh(pairs: Pairs, sizes: tuple[int, int], shape: tuple[Numbers, Numbers, Numbers]) -> Weighed:
    """Estimate the weights, and with them every pair's odds and probability.

    Args:
        pairs: The pairs.
        sizes: Movements of the left and of the right ledger.
        shape: What is usual, as `usual` gives it.
    """
    held = _mutual(pairs, sizes)
    rounds, moved = 0, np.inf
    while rounds < _ROUNDS and moved > _SETTLED * max(1.0, held.sum()):
        rounds += 1
        among = tuple(
            _share_of(np.bincount(level, held, own.size) + _USUAL * own)
            for level, own in zip(pairs.levels.T, shape, strict=True)
        )
        likely = tuple(
            np.log(one) - np.log(_share_of(np.maximum(all_ - one * held.sum(), 0) + _UNUSUAL))
            for one, all_ in zip(among, pairs.spread, strict=True)
        )
        prior = _prior(float(held.sum()), pairs.total, sizes)
        score = prior + sum(one[level] for one, level in zip(likely, pairs.levels.T, strict=True))
        probability = competing(pairs.left, pairs.right, score, sizes)
        moved = float(np.abs(probability - held).sum())
        held = probability
    m_memo, m_amount, m_lag = among
    l_memo, l_amount, l_lag = likely
    return Weighed(
        score=np.asarray(score),
        probability=held,
        likely=(l_memo, l_amount, l_lag),
        among=(m_memo, m_amount, m_lag),
        expected=float(held.sum()),
        prior=prior,
        rounds=rounds,
    )


def _prior(expected: float, total: float, sizes: tuple[int, int]) -> float:
    """Logarithm of the odds of any pair, against both its movements belonging to nobody.

    Where nearly every movement settles, belonging to nobody is rare, and a weak sign is enough.
    """
    free = [(max(0.0, size - expected) + _FREE) / (size + 2 * _FREE) for size in sizes]
    return float(np.log(expected + 1) - np.log(total + 2) - np.log(free).sum())


def competing(left: Whole, right: Whole, score: Numbers, sizes: tuple[int, int]) -> Numbers:
    """Probability of each pair when every movement belongs to one other at the most."""
    odds = np.exp(np.clip(score, _LEAST, _MOST))
    strong = np.flatnonzero(odds > _FAINT)
    i, j, x = left[strong], right[strong], odds[strong]
    to_right, to_left = np.ones(x.size), np.ones(x.size)
    for _ in range(_MESSAGES):
        before = to_right
        to_right = 1 / (1 + _others(i, x * to_left, sizes[0]))
        to_left = 1 / (1 + _others(j, x * to_right, sizes[1]))
        if x.size == 0 or float(np.abs(to_right - before).max()) < 1e-6:
            break
    found: Numbers = odds / (1 + odds)
    won = x * to_right * to_left
    found[strong] = won / (1 + won)
    return found


def _others(at: Whole, values: Numbers, size: int) -> Numbers:
    """For each pair the sum of the values of the other pairs at the same movement."""
    # The largest is taken out before adding, so that a small rest is not lost beside it.
    most = np.zeros(size)
    np.maximum.at(most, at, values)
    first = np.full(size, -1, dtype=np.int64)
    is_most = np.flatnonzero(values == most[at])
    first[at[is_most]] = is_most
    rest = values.copy()
    rest[first[first >= 0]] = 0.0
    below = np.bincount(at, rest, size)[at]
    held = first[at] == np.arange(at.size)
    found: Numbers = np.where(held, below, np.maximum(below - rest, 0.0) + most[at])
    return found


def _mutual(pairs: Pairs, sizes: tuple[int, int]) -> Numbers:
    """One for pairs that are the best of both their movements and agree in most; else nothing."""
    good = pairs.bits * pairs.share
    best_left, best_right = np.zeros(sizes[0]), np.zeros(sizes[1])
    np.maximum.at(best_left, pairs.left, good)
    np.maximum.at(best_right, pairs.right, good)
    mutual = (good == best_left[pairs.left]) & (good == best_right[pairs.right])
    sure: Numbers = (mutual & (good > 0) & (pairs.share > 0.6)).astype(np.float64)
    return sure


def _share_of(counts: Numbers) -> Numbers:
    shares: Numbers = counts / counts.sum()
    return shares
