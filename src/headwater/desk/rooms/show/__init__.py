"""Showing: what the methods find, drawn and told."""

from headwater.desk.rooms.show import (
    briefing,
    business,
    findings,
    methods,
    network,
    outlook,
    routes,
)

ROUTES = (
    *network.ROUTES,
    *routes.ROUTES,
    *business.ROUTES,
    *outlook.ROUTES,
    *methods.ROUTES,
    *findings.ROUTES,
    *briefing.ROUTES,
)

__all__ = ["ROUTES"]
