"""Routes: from where, over where, to where; and where something happens."""

from headwater.intake.reading.routes.borders import Border, borders
from headwater.intake.reading.routes.means import means, shared_out
from headwater.intake.reading.routes.route import Route, bound_for, route, spoken_of
from headwater.intake.reading.routes.ways import WayWords, part, way_words

__all__ = [
    "Border",
    "Route",
    "WayWords",
    "borders",
    "bound_for",
    "means",
    "part",
    "route",
    "shared_out",
    "spoken_of",
    "way_words",
]
