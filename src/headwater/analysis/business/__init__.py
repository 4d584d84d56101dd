"""What the trade costs and earns, and what would cost it most."""

from headwater.analysis.business import economics, fees, money, squeeze

__all__ = ["economics", "fees", "money", "squeeze"]
