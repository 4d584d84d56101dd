"""Maps of routes."""

from headwater.draw.routes.drawing import draw_routes
from headwater.draw.routes.regions import Region, route_regions
from headwater.draw.routes.route import Key, Sign, Stop, Stretch
from headwater.draw.routes.telling import flow_told, map_told, risk_told

__all__ = [
    "Key",
    "Region",
    "Sign",
    "Stop",
    "Stretch",
    "draw_routes",
    "flow_told",
    "map_told",
    "risk_told",
    "route_regions",
]
