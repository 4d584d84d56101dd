"""What the trade costs and earns, and what would cost it most."""

from headwater.analysis.business import fees

__all__ = ["fees"]
