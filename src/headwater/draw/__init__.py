"""Findings as vector graphics: the one renderer for briefings, plans, cases and pages."""

from headwater.draw.findings import draw_finding, draw_removal
from headwater.draw.network import Node, Tie, draw_network
from headwater.draw.organisers import (
    Bond,
    Curve,
    Person,
    Span,
    draw_curves,
    draw_groups,
    draw_ranks,
)
from headwater.draw.palette import font_folder
from headwater.draw.regions import Region, route_regions
from headwater.draw.routes import Stop, Stretch, draw_routes

__all__ = [
    "Bond",
    "Curve",
    "Node",
    "Person",
    "Region",
    "Span",
    "Stop",
    "Stretch",
    "Tie",
    "draw_curves",
    "draw_finding",
    "draw_groups",
    "draw_network",
    "draw_ranks",
    "draw_removal",
    "draw_routes",
    "font_folder",
    "route_regions",
]
