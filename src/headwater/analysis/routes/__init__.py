"""Where the trade runs."""

from headwater.analysis.routes import flow, risk, route_map, shift

__all__ = ["flow", "risk", "route_map", "shift"]
