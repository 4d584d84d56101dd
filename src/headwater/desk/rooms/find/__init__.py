"""Finding: search, and the page of one person, group, vehicle, phone or place."""

from headwater.desk.rooms.find import things

ROUTES = (*things.ROUTES,)

__all__ = ["ROUTES"]
