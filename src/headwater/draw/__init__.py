"""Findings as vector graphics: the one renderer for briefings, plans, cases and pages."""

from headwater.draw.network import Node, Tie, draw_network
from headwater.draw.palette import font_folder
from headwater.draw.regions import Region, route_regions
from headwater.draw.routes import Stop, Stretch, draw_routes

__all__ = [
    "Node",
    "Region",
    "Stop",
    "Stretch",
    "Tie",
    "draw_network",
    "draw_routes",
    "font_folder",
    "route_regions",
]
