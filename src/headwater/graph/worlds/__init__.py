"""Networks whose ties are uncertain: what may be true, and what is wise in all of it."""

from headwater.graph.worlds.expected import Expected, expected_betweenness

__all__ = ["Expected", "expected_betweenness"]
