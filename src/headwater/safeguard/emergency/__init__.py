"""Breaking the glass: one report, for a short time, for a written reason, and never unseen."""

from headwater.safeguard.emergency.grant import (
    BREAKERS,
    LONGEST_MINUTES,
    Grant,
    grant,
    lifted,
    read,
)

__all__ = ["BREAKERS", "LONGEST_MINUTES", "Grant", "grant", "lifted", "read"]
