"""Watching at a node: standing questions, the alerts they raise, and a feed for open pages."""

from headwater.node.watching.alerts import AlertTold, acknowledge, alerts
from headwater.node.watching.arriving import ask_about_matches, ask_watches
from headwater.node.watching.asking import (
    WatchTold,
    end_watch,
    renew_watch,
    watch_for,
    watches,
)
from headwater.node.watching.feed import Feed

__all__ = [
    "AlertTold",
    "Feed",
    "WatchTold",
    "acknowledge",
    "alerts",
    "ask_about_matches",
    "ask_watches",
    "end_watch",
    "renew_watch",
    "watch_for",
    "watches",
]
