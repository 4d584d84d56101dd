"""Playing removals through, one after another, in many worlds."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from headwater.graph.ties import Nodes, Numbers, Ties

_SOURCES = 32  # nodes from which reach is measured; with no more nodes than these it is exact
_WORK = 500_000_000  # steps over ties, about ten seconds; more worlds than fit are not played


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """A network that can react.

    Attributes:
        ties: Undirected ties, each pair once (`Ties.undirected`).
        chance: Probability that each tie is real; each world draws them.
        role: Role of each node; -1 is none. A place is taken by somebody of the same role.
        ease: Probability that the place of each node is filled again.
    """

    ties: Ties
    chance: Numbers
    role: Nodes
    ease: Numbers


class Habits(NamedTuple):
    """How contacts of the one removed react; each a probability.

    Attributes:
        closing: That such a contact ties up with another of them, rather with one who shares many
            contacts (triadic closure).
        quiet: That a tie of such a contact falls silent for a time.
        inherit: That the one who takes the place takes over a tie.
    """

    closing: float = 0.5
    quiet: float = 0.3
    inherit: float = 0.7


class Course(NamedTuple):
    """What became of the network, by world.

    The first axis of `pairs` and `reach` is the tempo: 0, everybody up to this step removed before
    anything reacts; 1, contacts close ranks and go quiet between removals; 2, places are filled
    again too, and silence ends. The second is the world, the third the step.

    Attributes:
        before: Pairs of nodes that could reach each other before, by world.
        pairs: Pairs that can reach each other after each step. Newcomers count as people.
        reach: How directly those never removed reach each other after each step, over how directly
            the same people did before: above 1 the network runs better without those removed. The
            mean of one over the distance; 0 where nobody reached anybody before.
    """

    before: Numbers
    pairs: Numbers
    reach: Numbers


def play(
    network: Network, order: Nodes, habits: Habits, *, worlds: int, seed: int, reach: bool = True
) -> Course:
    """Remove nodes in an order and let the network react.

    The same world draws the same ties and the same reactions whatever the order, so that orders
    can be compared world by world. Cost grows with worlds times removals times ties.

    Args:
        network: The network.
        order: Nodes to remove, no one twice.
        habits: How it reacts.
        worlds: Number of worlds.
        seed: Seed of the worlds.
        reach: Whether to measure reach, the dearest part; else it is all zeros.

    Source: recovery through replacement in the same role after Duijn, Kashirin and Sloot 2014;
    closing of ranks after Diviak 2023.
    """
    from headwater.graph.reaction.moves import Setting, play_worlds

    ties = network.ties
    rng = np.random.default_rng(seed)
    staying = np.setdiff1d(np.arange(ties.n), order)
    many = min(staying.size, _SOURCES) if reach else 0
    sources = np.sort(rng.choice(staying, many, replace=False)) if many else staying[:0]
    setting = Setting(ties.source, ties.target, network.chance, network.role, network.ease, *habits)
    return Course(*play_worlds(setting, order, sources, worlds, seed))


def within_reach(network: Network, steps: int, worlds: int, plays: int) -> int:
    """How many of the worlds asked for can be played so many times in reasonable time; one or more.

    Args:
        network: The network.
        steps: Removals of a play.
        worlds: Worlds asked for.
        plays: How often all of them are played.
    """
    walks = 1 + min(network.ties.n, _SOURCES)
    work = 3 * (steps + 1) * walks * (network.ties.n + 2 * len(network.ties)) * max(1, plays)
    return int(min(worlds, max(1, _WORK // max(1, work))))
