"""The worlds of `play`, compiled: a network that changes, what contacts do, what is measured.

All of it stands in one file because what is compiled is kept on disk by file.
"""

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from headwater.graph.compiled import compiled
from headwater.graph.ties import Nodes, Numbers

_Flags: TypeAlias = npt.NDArray[np.bool_]

# What a chance is for, so that draws for different things do not depend on one another.
_REAL, _CLOSES, _PARTNER, _QUIET, _FILLED, _HEIR, _INHERITS = 1, 2, 3, 4, 5, 6, 7


class Setting(NamedTuple):
    """What all worlds share; as `Network` and `Habits` tell, with the ties as two arrays."""

    source: Nodes
    target: Nodes
    chance: Numbers
    role: Nodes
    ease: Numbers
    closing: float
    quiet: float
    inherit: float


class Lists(NamedTuple):
    """The network. One node more than there are stands for nobody: cut ties end at it.

    Attributes:
        last: The last entry in the list of each node, -1 where there is none.
        end: The neighbour that each entry names. Entries come in twos, one from each end: entry e
            and entry e ^ 1 are one tie.
        before: The entry before it in the same list, -1 where there is none.
        here: Whether each node is there.
        silent: Whether each entry is silent.
        marked: Marks on nodes, all false between two steps.
        queue: Room for one walk through the network.
        used: One number, how many entries there are.
    """

    last: Nodes
    end: Nodes
    before: Nodes
    here: _Flags
    silent: _Flags
    marked: _Flags
    queue: Nodes
    used: Nodes


@compiled
def _make_lists(n: int, room: int) -> Lists:
    """A network of n nodes without ties, with room for so many entries."""
    nobody = n
    lists = Lists(
        np.full(n + 1, -1, dtype=np.int64),
        np.empty(room, dtype=np.int64),
        np.empty(room, dtype=np.int64),
        np.ones(n + 1, dtype=np.bool_),
        np.zeros(room, dtype=np.bool_),
        np.zeros(n + 1, dtype=np.bool_),
        np.empty(n + 1, dtype=np.int64),
        np.zeros(1, dtype=np.int64),
    )
    lists.here[nobody] = False
    return lists


@compiled
def _tie(lists: Lists, one: int, two: int) -> None:
    """Tie two nodes, where there is room and they are not tied yet."""
    at = lists.last[one]
    while at >= 0:
        if lists.end[at] == two:
            return
        at = lists.before[at]
    at = lists.used[0]
    if one == two or at + 2 > lists.end.size:
        return
    lists.end[at], lists.before[at], lists.last[one] = two, lists.last[one], at
    lists.end[at + 1], lists.before[at + 1], lists.last[two] = one, lists.last[two], at + 1
    lists.used[0] = at + 2


@compiled
def _contacts_of(lists: Lists, node: int) -> Nodes:
    """The neighbours of a node who are still there."""
    found = np.empty(lists.last.size, dtype=np.int64)
    count = 0
    at = lists.last[node]
    while at >= 0:
        if lists.here[lists.end[at]]:
            found[count] = lists.end[at]
            count += 1
        at = lists.before[at]
    return found[:count].copy()


@compiled
def _cut_off(lists: Lists, node: int) -> None:
    """Take a node out with all its ties."""
    at = lists.last[node]
    while at >= 0:
        lists.end[at ^ 1] = lists.last.size - 1
        at = lists.before[at]
    lists.last[node] = -1
    lists.here[node] = False


@compiled
def _mark(lists: Lists, node: int, value: bool) -> None:
    """Mark the neighbours of a node, or take the marks away."""
    at = lists.last[node]
    while at >= 0:
        lists.marked[lists.end[at]] = value
        at = lists.before[at]


@compiled
def _walk(lists: Lists, start: int, distance: Nodes) -> int:
    """Go breadth first from a node over ties that are not silent; how many nodes were met.

    The nodes met stand in `queue`, the first of them the start. `distance` is -1 for those not met
    before; those are the only ones met.
    """
    distance[start] = 0
    lists.queue[0] = start
    head, tail = 0, 1
    while head < tail:
        node = lists.queue[head]
        head += 1
        at = lists.last[node]
        while at >= 0:
            other = lists.end[at]
            if lists.here[other] and not lists.silent[at] and distance[other] < 0:
                distance[other] = distance[node] + 1
                lists.queue[tail] = other
                tail += 1
            at = lists.before[at]
    return tail


@compiled
def _mix(value: np.uint64) -> np.uint64:
    """Scramble 64 bits. Source: SplitMix64 (Steele, Lea and Flood 2014)."""
    x = value + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


@compiled
def _draw(world: np.uint64, what: int, gone: int, one: int, two: int) -> float:
    """A number from 0 to 1 that depends on nothing but these five."""
    x = world
    for part in (what, gone, one, two):
        x = _mix(x + np.uint64(part))
    return float(x >> np.uint64(11)) / 9007199254740992.0


@compiled
def _likeliest(
    lists: Lists, candidates: Nodes, world: np.uint64, what: int, gone: int, one: int
) -> int:
    """One of the candidates, with one chance more for each marked contact; -1 where there is none.

    The largest of u ** (1 / chances) (Efraimidis and Spirakis 2006): a candidate more or less
    leaves the draws of the others as they are.
    """
    best, most = -1, -1.0
    for node in candidates:
        if node == one or not lists.here[node]:
            continue
        chances = 1
        at = lists.last[node]
        while at >= 0:
            chances += lists.marked[lists.end[at]]
            at = lists.before[at]
        value = _draw(world, what, gone, one, node) ** (1.0 / chances)
        if value > most:
            best, most = node, value
    return best


@compiled
def _close_ranks(
    lists: Lists, contacts: Nodes, gone: int, closing: float, world: np.uint64
) -> None:
    """Some contacts of the one removed tie up with another of them."""
    for one in contacts:
        if _draw(world, _CLOSES, gone, one, 0) < closing:
            _mark(lists, one, True)
            two = _likeliest(lists, contacts, world, _PARTNER, gone, one)
            _mark(lists, one, False)
            if two >= 0:
                _tie(lists, one, two)


@compiled
def _fall_silent(lists: Lists, contacts: Nodes, gone: int, quiet: float, world: np.uint64) -> None:
    """Some ties of the contacts fall silent."""
    for one in contacts:
        at = lists.last[one]
        while at >= 0:
            if _draw(world, _QUIET, gone, at // 2, 0) < quiet:
                lists.silent[at] = lists.silent[at ^ 1] = True
            at = lists.before[at]


@compiled
def _fill_place(
    lists: Lists, contacts: Nodes, gone: int, setting: Setting, world: np.uint64
) -> None:
    """Somebody of the same role, or else a newcomer in the same place, takes over ties."""
    alike = np.flatnonzero((setting.role == setting.role[gone]) & (setting.role >= 0))
    for one in contacts:
        lists.marked[one] = True
    heir = _likeliest(lists, alike, world, _HEIR, gone, gone)
    for one in contacts:
        lists.marked[one] = False
    if heir < 0:
        heir = gone
        lists.here[gone] = True
    for one in contacts:
        if _draw(world, _INHERITS, gone, one, 0) < setting.inherit:
            _tie(lists, heir, one)


@compiled
def _pairs(lists: Lists) -> float:
    """Pairs of nodes that can reach each other."""
    distance = np.full(lists.last.size, -1, dtype=np.int64)
    total = 0.0
    for start in range(lists.last.size - 1):
        if lists.here[start] and distance[start] < 0:
            met = _walk(lists, start, distance)
            total += met * (met - 1) / 2
    return total


@compiled
def _reach(lists: Lists, sources: Nodes, counted: _Flags) -> float:
    """Sum of one over the distance, from the sources to all counted nodes."""
    total = 0.0
    for start in sources:
        distance = np.full(lists.last.size, -1, dtype=np.int64)
        met = _walk(lists, start, distance)
        for node in lists.queue[1:met]:
            if counted[node]:
                total += 1.0 / distance[node]
    return total


@compiled
def _begin(setting: Setting, world: np.uint64, room: int) -> Lists:
    """The network as it is in a world before anybody is removed."""
    lists = _make_lists(setting.role.size, room)
    for i in range(setting.source.size):
        if _draw(world, _REAL, 0, setting.source[i], setting.target[i]) < setting.chance[i]:
            _tie(lists, setting.source[i], setting.target[i])
    return lists


@compiled
def _remove(lists: Lists, gone: int, tempo: int, setting: Setting, world: np.uint64) -> None:
    """One removal, and what the network does before the next one."""
    contacts = _contacts_of(lists, gone)
    _cut_off(lists, gone)
    if tempo > 0:
        lists.silent[:] = False
        _close_ranks(lists, contacts, gone, setting.closing, world)
    if tempo == 1:
        _fall_silent(lists, contacts, gone, setting.quiet, world)
    if tempo == 2 and _draw(world, _FILLED, gone, 0, 0) < setting.ease[gone]:
        _fill_place(lists, contacts, gone, setting, world)


@compiled
def play_worlds(
    setting: Setting, order: Nodes, sources: Nodes, worlds: int, seed: int
) -> tuple[Numbers, Numbers, Numbers]:
    """Pairs before; pairs and reach by tempo, world and step; as `play` tells."""
    n, steps = setting.role.size, order.size
    began = np.zeros(worlds)
    pairs, reach = np.zeros((3, worlds, steps)), np.zeros((3, worlds, steps))
    counted = np.ones(n + 1, dtype=np.bool_)
    counted[order] = False
    room = 2 * setting.source.size + 8 * n + 64
    for number in range(worlds):
        world = _mix(_mix(np.uint64(seed)) + np.uint64(number))
        for tempo in range(3):
            lists = _begin(setting, world, room)
            began[number] = _pairs(lists)
            whole = max(_reach(lists, sources, counted), 1e-12)
            for step in range(steps):
                _remove(lists, order[step], tempo, setting, world)
                pairs[tempo, number, step] = _pairs(lists)
                reach[tempo, number, step] = _reach(lists, sources, counted) / whole
    return began, pairs, reach
