"""Fusion: how likely a claim is true, when some of those who say so have it from one another.

Latent class analysis (Dawid and Skene 1979) over groups of sources instead of sources: within a
group the whole pattern of votes is one observation, so a copy adds what little it knows of its own.
Log odds add up over groups. Which sources form a group is given, or told from how much they agree
beyond what their accuracy explains, which is above all in errors.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

Votes = npt.NDArray[np.int8]
"""One row a claim, one column a source: 1 says yes, 0 says no, -1 says nothing."""

Chances = npt.NDArray[np.float64]

Lineage = tuple[tuple[int, ...], ...]
"""Groups of sources, by their columns; each source is in one."""

_STEPS = 200
_SETTLED = 1e-5
_REPEATED = 1 / 3
_ACCIDENT = 4.0  # standard errors
_SMOOTHING = 0.5  # imagined votes for each pattern
_MOST_TOGETHER = 6  # sources whose patterns are told apart; more are counted by their votes


def fuse(votes: Votes, groups: Lineage, prior: float = 0.5) -> Chances:
    """The chance that each claim is true.

    How often each group is right is learned from how the groups agree: that takes three groups at
    least and some hundred claims.

    Args:
        votes: Who says what.
        groups: Which sources count as one.
        prior: Chance that a claim is true before anybody speaks.
    """
    said, claim, times = _distinct(votes)
    return _fit(said, times, groups, prior)[claim]


def lineage(votes: Votes, accuracy: Sequence[float]) -> Lineage:
    """Groups of sources that agree more than independent ones of their accuracy would.

    Two independent sources agree where both are right or both are wrong; one that repeats the other
    in a share of cases agrees in that share besides. They are of one group where the share is a
    third or more and no accident. Cost: the square of the number of sources, times the claims.

    Args:
        votes: Who says what.
        accuracy: How often each source is right, as its grade is read.
    """
    of = list(range(votes.shape[1]))
    for one, other in combinations(range(votes.shape[1]), 2):
        if _repeats(votes[:, one], votes[:, other], accuracy[one], accuracy[other]):
            of = [of[one] if group == of[other] else group for group in of]
    return tuple(tuple(s for s, group in enumerate(of) if group == g) for g in sorted(set(of)))


def _repeats(one: Votes, other: Votes, right: float, other_right: float) -> bool:
    both = (one >= 0) & (other >= 0)
    spoken = int(both.sum())
    if not spoken:
        return False
    alone = right * other_right + (1 - right) * (1 - other_right)
    more = float((one == other)[both].mean()) - alone
    accident = _ACCIDENT * np.sqrt(alone * (1 - alone) / spoken)
    return bool(more > max(accident, _REPEATED * (1 - alone)))


def _distinct(votes: Votes) -> tuple[Votes, npt.NDArray[np.int64], Chances]:
    """Distinct rows, for each claim its row, and how many claims each stands for."""
    said, claim, times = np.unique(votes, axis=0, return_inverse=True, return_counts=True)
    return said, claim.reshape(-1), times.astype(np.float64)


def _fit(votes: Votes, times: Chances, groups: Lineage, prior: float) -> Chances:
    """Chances of distinct rows, by expectation maximisation."""
    coded = [_patterns(votes[:, list(group)]) for group in groups]
    chance = _counted(votes, groups, prior)
    for _ in range(_STEPS):
        yes = np.full(len(votes), np.log(prior))
        no = np.full(len(votes), np.log1p(-prior))
        for pattern, count in coded:
            yes += _likelihood(pattern, count, chance * times)
            no += _likelihood(pattern, count, (1 - chance) * times)
        settled = np.exp(yes - np.logaddexp(yes, no))
        moved, chance = float(np.abs(settled - chance).max(initial=0)), settled
        if moved < _SETTLED:
            break
    return chance


def _patterns(votes: Votes) -> tuple[npt.NDArray[np.int64], int]:
    """The pattern of each claim within a group, numbered, and how many there are."""
    if votes.shape[1] > _MOST_TOGETHER:
        votes = np.stack([(votes == 1).sum(axis=1), (votes == 0).sum(axis=1)], axis=1)
    found, pattern = np.unique(votes, axis=0, return_inverse=True)
    return pattern.reshape(-1).astype(np.int64), len(found)


def _likelihood(pattern: npt.NDArray[np.int64], count: int, weight: Chances) -> Chances:
    """Log likelihood of each row's pattern among rows of these weights."""
    seen = np.bincount(pattern, weight, count) + _SMOOTHING
    shares: Chances = np.log(seen / seen.sum())
    return shares[pattern]


def _counted(votes: Votes, groups: Lineage, prior: float) -> Chances:
    """A first guess: the mean vote of the groups, each counted once, tempered by the prior."""
    said: Sequence[Chances] = [_mean(votes[:, list(group)], prior) for group in groups]
    guess: Chances = np.clip(np.mean(said, axis=0), 0.05, 0.95)
    return guess


def _mean(votes: Votes, prior: float) -> Chances:
    spoken = (votes >= 0).sum(axis=1)
    yes = (votes == 1).sum(axis=1)
    return np.where(spoken > 0, yes / np.maximum(spoken, 1), prior)
