"""Finding: search, and the page of one person, group, vehicle, phone or place."""

ROUTES = ()

__all__ = ["ROUTES"]
