"""Watching at a node: standing questions, the alerts they raise, and a feed for open pages."""

from importlib import import_module
from typing import TYPE_CHECKING

from headwater.node.watching.alerts import (
    AlertTold,
    acknowledge,
    alerts,
    from_now_on,
)
from headwater.node.watching.arriving import ask_about_added, ask_about_matches, ask_watches
from headwater.node.watching.asking import (
    Terms,
    WatchTold,
    end_watch,
    renew_watch,
    watch_for,
    watches,
)
from headwater.node.watching.earlier import Earlier, found_earlier, look_back, tell_earlier
from headwater.node.watching.subject import Holders, holders_beside

if TYPE_CHECKING:
    from headwater.node.watching.feed import Feed

__all__ = [
    "AlertTold",
    "Earlier",
    "Feed",
    "Holders",
    "Terms",
    "WatchTold",
    "acknowledge",
    "alerts",
    "ask_about_added",
    "ask_about_matches",
    "ask_watches",
    "end_watch",
    "found_earlier",
    "from_now_on",
    "holders_beside",
    "look_back",
    "renew_watch",
    "tell_earlier",
    "watch_for",
    "watches",
]


def __getattr__(name: str) -> object:
    """The feed, which loads what a server needs and a command does not."""
    if name == "Feed":
        return import_module("headwater.node.watching.feed").Feed
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
