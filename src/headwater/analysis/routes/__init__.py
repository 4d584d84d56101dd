"""Where the trade runs."""

from headwater.analysis.routes import route_map, shift

__all__ = ["route_map", "shift"]
