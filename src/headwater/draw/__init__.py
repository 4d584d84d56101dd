"""Findings as vector graphics: the one renderer for briefings, plans, cases and pages."""

from headwater.draw.findings import draw_finding, draw_removal, refuse_undrawn
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
from headwater.draw.routes import Key, Region, Sign, Stop, Stretch, draw_routes, route_regions
from headwater.draw.scan_code import ScanCode, scan_code

__all__ = [
    "Bond",
    "Curve",
    "Key",
    "Node",
    "Person",
    "Region",
    "ScanCode",
    "Sign",
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
    "refuse_undrawn",
    "route_regions",
    "scan_code",
]
