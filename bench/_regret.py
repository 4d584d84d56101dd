"""Regret: a choice made on a noisy picture, judged on the network as it is.

Truth is the largest component of a network. Each of its ties is seen with probability 1 - missing
and stated with probability .95, .8 or .5 (weights .5, .3, .2); false ties, so many as a share of
the true ones, join pairs that are not tied, stated .95, .8, .5 or .2 (weights .02, .08, .4, .5):
pairs at random, or (local) pairs with a contact in common, as namesakes and shared flats make them.
Every choice of five people sees only the stated ties. Its `ratio` is the pairs it truly leaves
over the proved optimum of the truth.

The calibration table (stated chance -> share true) and the share of unseen ties are learned from
the draws of the other networks, never from the network that is tested. `floor` is an estimate of
what the evidence can give at all: the choice that minimises expected pairs when it is known which
stated ties are false, while the unseen ones are not.
"""

import argparse
import os
import sys
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from _networks import NAMES, Network, networks

from headwater.graph import Nodes, Numbers, Ties, betweenness
from headwater.graph import worlds as plausible
from headwater.graph.removal import Removal, pairs_left, solve

MOST = 5
LEVELS = ((0.05, 0.1), (0.15, 0.3), (0.25, 0.5), (0.35, 0.5))
"""Shares of missing and of false ties."""

_MAIN = (0.15, 0.3)
_COUNT = 10
_DRAWS = 20
_FEWER = 4
_STATED = (0.95, 0.8, 0.5, 0.2)
_TRUE, _FALSE = (0.5, 0.3, 0.2, 0.0), (0.02, 0.08, 0.4, 0.5)
_WORLDS = 200


class Draw(NamedTuple):
    """One noisy picture: the stated ties, how likely they are said to hold, and which do."""

    ties: Ties
    stated: Numbers
    true: npt.NDArray[np.bool_]


class Learned(NamedTuple):
    """What other networks taught: the share true for each stated chance, and the share unseen."""

    table: dict[float, float]
    missing: float


class Score(NamedTuple):
    """A method's ratio on one draw."""

    network: str
    level: tuple[float, float]
    local: bool
    method: str
    ratio: float


def run(data: Path, options: argparse.Namespace) -> dict[str, object]:
    """The figures of this section."""
    chosen = _tested(data, options.networks)
    best = {name: _optimum(network) for name, network in chosen.items()}
    scores: list[Score] = []
    draws = {level: _draws(level, options) for level in LEVELS}
    for level in LEVELS:
        for local in (False, True):
            if draws[level]:
                scores += _level(chosen, best, (level, local), draws[level], options.seed)
                print(f"    {level} {'local' if local else 'uniform'}", file=sys.stderr)
    return {
        "regret": _means(scores, _MAIN),
        "regret_by_level": _by_level(scores),
        "regret_by_network": _by_network(scores, _MAIN),
        "regret_worse_than_adaptive": _worse(scores),
        "regret_optimum": {
            name: {"people": chosen[name].ties.n, "optimum": value, "proved": proved}
            for name, (value, proved) in best.items()
        },
        "regret_draws": {f"{level[0]}/{level[1]}": count for level, count in draws.items()},
    }


def _draws(level: tuple[float, float], options: argparse.Namespace) -> int:
    """Draws for each network and kind of false ties; fewer beside the promised level."""
    if options.quick:
        return 2 if level == _MAIN else 0
    return _DRAWS if level == _MAIN or options.all else _FEWER


def _tested(data: Path, asked: list[str] | None) -> dict[str, Network]:
    """The ten of the twenty networks with most people, unless others are asked for."""
    found = networks(data, asked or NAMES)
    largest = sorted(found, key=lambda name: (-found[name].ties.n, name))
    return {name: found[name] for name in (asked or largest[:_COUNT])}


def _optimum(network: Network) -> tuple[int, bool]:
    solution = solve(Removal.of(network.ties, MOST), seconds=60)
    return solution.pairs_left, solution.proved


def _level(
    chosen: dict[str, Network],
    best: dict[str, tuple[int, bool]],
    noise: tuple[tuple[float, float], bool],
    draws: int,
    seed: int,
) -> Iterator[Score]:
    pictures = {
        name: [
            _draw(network.ties, noise, np.random.default_rng(_seeds(name, noise, seed, number)))
            for number in range(draws)
        ]
        for name, network in chosen.items()
    }
    jobs = [
        (chosen[name], best[name][0], noise, some, _learned(chosen, pictures, name))
        for name in chosen
        for some in pictures[name]
    ]
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        for scores in pool.map(_score, jobs):
            yield from scores


def _score(
    job: tuple[Network, int, tuple[tuple[float, float], bool], Draw, Learned],
) -> list[Score]:
    """Every method on one draw."""
    network, optimum, (level, local), picture, learned = job
    return [
        Score(network.name, level, local, method, left / max(1, optimum))
        for method, nodes in _choices(picture, learned)
        for left in (pairs_left(network.ties, nodes),)
    ]


def _seeds(name: str, noise: tuple[tuple[float, float], bool], seed: int, number: int) -> list[int]:
    (missing, false), local = noise
    return [
        seed,
        zlib.crc32(name.encode()),
        round(100 * missing),
        round(100 * false),
        local,
        number,
    ]


def _draw(truth: Ties, noise: tuple[tuple[float, float], bool], rng: np.random.Generator) -> Draw:
    (missing, false), local = noise
    seen = rng.random(len(truth)) >= missing
    tied = np.zeros((truth.n, truth.n), dtype=np.bool_)
    tied[truth.source, truth.target] = tied[truth.target, truth.source] = True
    free = ~tied
    if local:
        free &= (tied.astype(np.int64) @ tied.astype(np.int64)) > 0
    source, target = np.nonzero(np.triu(free, 1))
    made = rng.permutation(source.size)[: round(false * len(truth))]
    count = int(seen.sum())
    ties = Ties.of(
        np.concatenate([truth.source[seen], source[made]]),
        np.concatenate([truth.target[seen], target[made]]),
        truth.n,
    )
    stated = np.concatenate(
        [rng.choice(_STATED, count, p=_TRUE), rng.choice(_STATED, made.size, p=_FALSE)]
    )
    return Draw(ties, stated, np.arange(len(ties)) < count)


def _learned(chosen: dict[str, Network], pictures: dict[str, list[Draw]], tested: str) -> Learned:
    others = [(name, one) for name in pictures if name != tested for one in pictures[name]]
    if not others:
        return Learned({one: one for one in _STATED}, 0.15)
    stated = np.concatenate([one.stated for _, one in others])
    true = np.concatenate([one.true for _, one in others])
    table = {
        one: float((true[stated == one].sum() + 0.5) / ((stated == one).sum() + 1))
        for one in _STATED
    }
    ties = sum(len(chosen[name].ties) for name, _ in others)
    return Learned(table, 1 - float(true.sum()) / ties)


def _choices(picture: Draw, learned: Learned) -> Iterator[tuple[str, Nodes]]:
    calibrated = np.array([learned.table[one] for one in picture.stated.tolist()])
    yield "top_betweenness", np.argsort(-betweenness(picture.ties), kind="stable")[:MOST]
    adaptive = _adaptive(picture.ties, None)
    yield "adaptive_betweenness", adaptive
    yield "adaptive_expected_betweenness", _adaptive(picture.ties, calibrated)
    plain = solve(Removal.of(picture.ties, MOST), seconds=0.5).chosen
    yield "best_of_all_ties_as_given", plain
    starts = [adaptive, plain]
    belief = plausible.Belief.of(picture.ties, calibrated)
    yield "robust", _robust(belief, starts)
    yield "robust_as_stated", _robust(plausible.Belief.of(picture.ties, picture.stated), starts)
    prior = plausible.best_prior(plausible.prior_scores(belief, seed=0))
    yield (
        "robust_with_prior",
        _robust(plausible.with_unseen(belief, prior, learned.missing), starts),
    )
    known = plausible.Belief.of(picture.ties.kept(picture.true), np.ones(int(picture.true.sum())))
    prior = plausible.best_prior(plausible.prior_scores(known, seed=0))
    yield "floor", _robust(plausible.with_unseen(known, prior, learned.missing), starts)


def _adaptive(ties: Ties, chance: Numbers | None) -> Nodes:
    out = np.zeros(ties.n, dtype=np.bool_)
    for _ in range(MOST):
        stays = ~(out[ties.source] | out[ties.target])
        if chance is None:
            values = betweenness(ties.kept(stays))
        else:
            values = plausible.expected_betweenness(
                ties, chance * stays, worlds=20, sources=64
            ).value
        out[int(np.where(out, -1, values).argmax())] = True
    return np.flatnonzero(out)


def _robust(belief: plausible.Belief, starts: list[Nodes]) -> Nodes:
    """As organisers.robust_removal chooses: in some worlds, then judged in fresh ones."""
    worlds, fresh = (plausible.draw_worlds([belief], worlds=_WORLDS, seed=seed) for seed in (0, 1))
    choice = plausible.Choice(worlds, MOST, np.ones(belief.n, dtype=np.bool_))
    until = time.perf_counter() + 60
    found = plausible.choose(choice, starts=starts, tries=4, until=until)[:8]
    return min(found, key=lambda one: float(plausible.left_in(fresh, one[1]).mean()))[1]


def _methods(scores: list[Score]) -> list[str]:
    return list(dict.fromkeys(one.method for one in scores))


def _mean(scores: list[Score], network: str, method: str) -> tuple[float, float]:
    """Mean ratio of a method on a network over its draws, and the standard error."""
    values = np.array([s.ratio for s in scores if (s.network, s.method) == (network, method)])
    return float(values.mean()), float(values.std(ddof=1) / np.sqrt(values.size))


def _means(scores: list[Score], level: tuple[float, float]) -> dict[str, object]:
    """Mean over networks at one level, both kinds of false ties, with the standard error."""
    at = [one for one in scores if one.level == level]
    names = list(dict.fromkeys(one.network for one in at))
    told: dict[str, object] = {}
    for method in _methods(at):
        each = np.array([_mean(at, name, method) for name in names])
        error = float(np.sqrt((each[:, 1] ** 2).sum())) / len(names)
        told[method] = [round(float(each[:, 0].mean()), 3), round(error, 3)]
    return told


def _by_level(scores: list[Score]) -> dict[str, object]:
    told: dict[str, object] = {}
    for level in dict.fromkeys(one.level for one in scores):
        for local in (False, True):
            some = [one for one in scores if one.local == local]
            kind = "local" if local else "uniform"
            told[f"{level[0]}/{level[1]} {kind}"] = _means(some, level)
    return told


def _by_network(scores: list[Score], level: tuple[float, float]) -> dict[str, object]:
    at = [one for one in scores if one.level == level]
    return {
        name: {
            method: [round(value, 3) for value in _mean(at, name, method)]
            for method in _methods(at)
        }
        for name in dict.fromkeys(one.network for one in at)
    }


def _worse(scores: list[Score]) -> list[str]:
    """Where robust is worse than adaptive betweenness by more than one standard error, paired."""
    told = []
    for network, level in dict.fromkeys((one.network, one.level) for one in scores):
        ours, theirs = (
            np.array(
                [
                    s.ratio
                    for s in scores
                    if (s.network, s.level, s.method) == (network, level, method)
                ]
            )
            for method in ("robust", "adaptive_betweenness")
        )
        lost = ours - theirs
        error = float(lost.std(ddof=1) / np.sqrt(lost.size))
        if lost.mean() > error:
            told.append(f"{network} {level[0]}/{level[1]}: {lost.mean():+.3f} +-{error:.3f}")
    return told
