"""Rooms: one for each thing that people come to the desk for; each lists its routes."""

from headwater.desk.rooms import entrance, reports, today

ROOMS = (*entrance.ROUTES, *today.ROUTES, *reports.ROUTES)
"""Every route of the desk."""

__all__ = ["ROOMS"]
