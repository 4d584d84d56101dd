"""The house itself: coming in, one's own settings, colleagues, the log."""

from headwater.desk.rooms.house import entrance

ROUTES = (*entrance.ROUTES,)

__all__ = ["ROUTES"]
