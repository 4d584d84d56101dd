"""How many are likely to come."""

from headwater.analysis.outlook import arrivals

__all__ = ["arrivals"]
