"""The route graph: legs as they were told, and the journeys that they make together."""

from headwater.analysis.routes.route_map.method import METHOD, run

__all__ = ["METHOD", "run"]
