"""Who runs it, not who is seen most."""

from headwater.analysis.organisers import groups, ranking, removal, robust, roles, sequence
from headwater.analysis.organisers.acquaintance import Acquaintance, acquaintances

__all__ = [
    "Acquaintance",
    "acquaintances",
    "groups",
    "ranking",
    "removal",
    "robust",
    "roles",
    "sequence",
]
