"""Breaking the glass: one report, for a short time, for a written reason, and never unseen."""

from headwater.safeguard.emergency.grant import LONGEST_MINUTES, Grant, grant, lifted, read

__all__ = ["LONGEST_MINUTES", "Grant", "grant", "lifted", "read"]
