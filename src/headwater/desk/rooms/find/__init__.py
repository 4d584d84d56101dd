"""Finding: search, and the page of one person, group, vehicle, phone or place."""

from headwater.desk.rooms.find import search, things

ROUTES = (*search.ROUTES, *things.ROUTES)

__all__ = ["ROUTES"]
