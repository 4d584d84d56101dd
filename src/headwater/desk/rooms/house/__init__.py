"""The house itself: coming in, one's own settings, colleagues, the log."""

from headwater.desk.rooms.house import (
    audit,
    entrance,
    keys,
    people,
    proving,
    retention,
    settings,
)

ROUTES = (
    *entrance.ROUTES,
    *proving.ROUTES,
    *settings.ROUTES,
    *keys.ROUTES,
    *people.ROUTES,
    *retention.ROUTES,
    *audit.ROUTES,
)

__all__ = ["ROUTES"]
