"""What the trade costs and earns, and what would cost it most."""

from headwater.analysis.business import economics, fees

__all__ = ["economics", "fees"]
