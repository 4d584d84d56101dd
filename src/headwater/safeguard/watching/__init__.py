"""Watching: standing questions, the alerts they raise, and who may ask about whom."""

from headwater.safeguard.watching.alert import Alert, Urgency
from headwater.safeguard.watching.rule import (
    MOST_DAYS,
    check_watch,
    expiry,
    for_everybody_who_reads,
    is_for,
    may_end,
    refuse_subject,
)
from headwater.safeguard.watching.watch import DANGER, NUMBERS, Kind, Watch

__all__ = [
    "DANGER",
    "MOST_DAYS",
    "NUMBERS",
    "Alert",
    "Kind",
    "Urgency",
    "Watch",
    "check_watch",
    "expiry",
    "for_everybody_who_reads",
    "is_for",
    "may_end",
    "refuse_subject",
]
