"""Groups in a network: who hangs together, how steadily, who is in two, and how names go on."""

from headwater.graph.groups.overlaps import Overlap, overlaps
from headwater.graph.groups.partition import modularity, partition
from headwater.graph.groups.steadiness import steadiness
from headwater.graph.groups.succession import Change, Succession, follow

__all__ = [
    "Change",
    "Overlap",
    "Succession",
    "follow",
    "modularity",
    "overlaps",
    "partition",
    "steadiness",
]
