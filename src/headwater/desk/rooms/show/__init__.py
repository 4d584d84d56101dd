"""Showing: what the methods find, drawn and told."""

from headwater.desk.rooms.show import findings, methods

ROUTES = (*methods.ROUTES, *findings.ROUTES)

__all__ = ["ROUTES"]
