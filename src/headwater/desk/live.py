"""Live: what all open pages of this server share beside the pictures."""

from litestar.datastructures import State

from headwater.node.queue import Queues
from headwater.node.watching import Feed


def feed_of(state: State) -> Feed:
    """The feed of alerts; it watches the store, and is nudged by what this server takes in."""
    feed: Feed = state.feed
    return feed


def queues_of(state: State) -> Queues:
    """What waits for a person, as it was last gathered."""
    queues: Queues = state.queues
    return queues
