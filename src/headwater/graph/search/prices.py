"""What each chosen node would add if it came back, worked out again only where it changes.

Compiled. Beside a small component every price is worked out from the neighbours. When a large one
changes, most nodes beside it stay beside it and beside nothing new: their prices follow from its
size alone. To know who is beside it, each price remembers the largest component beside its node.
"""

from typing import NamedTuple

import numpy as np

from headwater.graph.compiled import compiled
from headwater.graph.search.remainder import Remainder, give, take, widest_beside
from headwater.graph.ties import Nodes

_NOBODY = -1
_SMALL = 4  # a component is small when the chosen are so many times as many as its nodes


class Prices(NamedTuple):
    """Prices of the chosen nodes, which are out.

    Attributes:
        chosen: The nodes.
        price: What would be left more if a node came back; by place, like the next two.
        joined: Nodes of the component it would then be in.
        widest: The largest component beside it, or -1. Another one beside it is not larger.
        place: Place of each node among the chosen, or -1.
        seen: When each node was last looked at.
        queue: A node and those of components beside it.
        clock: A number that rises, one for `seen`, and how many nodes stand in the queue.
    """

    chosen: Nodes
    price: Nodes
    joined: Nodes
    widest: Nodes
    place: Nodes
    seen: Nodes
    queue: Nodes
    clock: Nodes


@compiled
def priced(net: Remainder, chosen: Nodes) -> Prices:
    """The prices of these nodes; it grows with the nodes of the network and the ties of these."""
    n = net.out.size
    prices = Prices(
        chosen,
        np.zeros(chosen.size, np.int64),
        np.zeros(chosen.size, np.int64),
        np.zeros(chosen.size, np.int64),
        np.full(n, _NOBODY, np.int64),
        np.zeros(n, np.int64),
        np.zeros(n, np.int64),
        np.zeros(3, np.int64),
    )
    net.mark[:] = 0
    for at in range(chosen.size):
        prices.place[chosen[at]] = at
        _work_out(net, prices, chosen[at])
    return prices


@compiled
def take_priced(net: Remainder, prices: Prices, node: int) -> int:
    """Take out a node that is not chosen, and keep the prices true; how much less is left."""
    whole = net.label[node]
    before = net.size[whole]
    lost = take(net, node)
    if before * _SMALL > prices.chosen.size:
        _resize(net, prices, whole, before)
        _see_beside(net, prices, node, whole)
    else:
        _see_beside(net, prices, node, _NOBODY)
    _work_out_seen(net, prices)
    return lost


@compiled
def give_priced(net: Remainder, prices: Prices, node: int) -> int:
    """Give back a node that is not chosen, and keep the prices true; how much more is left."""
    home = widest_beside(net, node)
    before = 0 if home < 0 else net.size[home]
    large = before * _SMALL > prices.chosen.size
    _see_beside(net, prices, node, home if large else _NOBODY)
    won = give(net, node)
    if large:
        _resize(net, prices, home, before)
    _work_out_seen(net, prices)
    return won


@compiled
def rename(prices: Prices, old: int, new: int) -> None:
    """A component has another name."""
    for at in range(prices.widest.size):
        if prices.widest[at] == old:
            prices.widest[at] = new


@compiled
def enter(net: Remainder, prices: Prices, at: int, node: int) -> None:
    """A node that is out is chosen in place of the one at this place."""
    prices.place[prices.chosen[at]] = _NOBODY
    prices.chosen[at] = node
    prices.place[node] = at
    _work_out(net, prices, node)


@compiled
def _work_out(net: Remainder, prices: Prices, node: int) -> None:
    prices.clock[0] += 1
    now = prices.clock[0]
    joined = 1
    before = 0
    widest = _NOBODY
    for at in range(net.first[node], net.first[node + 1]):
        other = net.neighbours[at]
        if net.out[other]:
            continue
        name = net.label[other]
        if net.mark[name] != now:
            net.mark[name] = now
            size = net.size[name]
            joined += size
            before += net.worth[size]
            if widest < 0 or size > net.size[widest]:
                widest = name
    place = prices.place[node]
    prices.price[place] = net.worth[joined] - before
    prices.joined[place] = joined
    prices.widest[place] = widest


@compiled
def _resize(net: Remainder, prices: Prices, name: int, before: int) -> None:
    """Prices after a component has another size, of nodes that are beside no other that changed."""
    now = net.size[name]
    worth = net.worth[before] - net.worth[now]
    for at in range(prices.chosen.size):
        widest = prices.widest[at]
        if widest == name:
            joined = prices.joined[at] + now - before
            if joined - 1 > 2 * now:  # another one may now be the largest
                _work_out(net, prices, prices.chosen[at])
                continue
            prices.price[at] += net.worth[joined] - net.worth[prices.joined[at]] + worth
            prices.joined[at] = joined
        elif widest >= 0 and net.size[widest] >= before:
            _work_out(net, prices, prices.chosen[at])


@compiled
def _see_beside(net: Remainder, prices: Prices, node: int, but: int) -> None:
    """Queue the nodes of all components beside a node but one."""
    prices.clock[1] += 1
    now = prices.clock[1]
    prices.seen[node] = now
    prices.queue[0] = node
    count = 1
    done = 0
    while done < count:
        one = prices.queue[done]
        done += 1
        for at in range(net.first[one], net.first[one + 1]):
            other = net.neighbours[at]
            if not net.out[other] and prices.seen[other] != now and net.label[other] != but:
                prices.seen[other] = now
                prices.queue[count] = other
                count += 1
    prices.clock[2] = count


@compiled
def _work_out_seen(net: Remainder, prices: Prices) -> None:
    """Work out the prices of the chosen nodes beside those in the queue."""
    now = prices.clock[1]
    for done in range(prices.clock[2]):
        one = prices.queue[done]
        for at in range(net.first[one], net.first[one + 1]):
            other = net.neighbours[at]
            if prices.seen[other] != now and prices.place[other] >= 0:
                prices.seen[other] = now
                _work_out(net, prices, other)
