"""How many are likely to come."""

from headwater.analysis.outlook import arrivals, scenarios

__all__ = ["arrivals", "scenarios"]
