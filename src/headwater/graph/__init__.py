"""The mathematics of networks on arrays. It knows no people and holds no names; pure."""

from headwater.graph.centrality import betweenness, degree
from headwater.graph.components import components
from headwater.graph.pivots import betweenness_from
from headwater.graph.ties import Nodes, Numbers, Ties

__all__ = ["Nodes", "Numbers", "Ties", "betweenness", "betweenness_from", "components", "degree"]
