"""Rooms: one for each thing that people come to the desk for; each lists its routes."""

from headwater.desk.rooms import find, house, show, work

ROUTES = (*house.ROUTES, *work.ROUTES, *find.ROUTES, *show.ROUTES)
"""Every page of the desk."""

__all__ = ["ROUTES"]
