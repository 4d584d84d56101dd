"""Live: the one feed of alerts that all open pages of this server share."""

from litestar.datastructures import State

from headwater.node.watching import Feed


def feed_of(state: State) -> Feed:
    """The feed of this server; it polls the store, and is nudged by what this server takes in."""
    feed: Feed = state.feed
    return feed
