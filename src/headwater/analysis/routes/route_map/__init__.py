"""The route graph: legs as they were told, and the journeys that they make together."""

from headwater.analysis.routes.route_map.journeys import journeys
from headwater.analysis.routes.route_map.method import METHOD, run
from headwater.analysis.routes.route_map.places import Spot, folded, meeting, snap
from headwater.analysis.routes.route_map.sightings import Sightings, sightings, without_people

__all__ = [
    "METHOD",
    "Sightings",
    "Spot",
    "folded",
    "journeys",
    "meeting",
    "run",
    "sightings",
    "snap",
    "without_people",
]
