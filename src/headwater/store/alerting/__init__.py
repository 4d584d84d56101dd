"""How the embedded store keeps standing questions and alerts, and forgets them."""

from headwater.store.alerting.forgetting import (
    forget_owner,
    forget_report,
    forget_statements,
    forget_words,
)
from headwater.store.alerting.keeping import EmbeddedWatches

__all__ = [
    "EmbeddedWatches",
    "forget_owner",
    "forget_report",
    "forget_statements",
    "forget_words",
]
