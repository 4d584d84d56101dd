"""Where the trade runs."""

from headwater.analysis.routes import flow, route_map, shift

__all__ = ["flow", "route_map", "shift"]
