"""Where a node's content rests: one Store protocol, and the embedded store that keeps it."""

from headwater.store.embedded import create_store, open_store
from headwater.store.protocol import (
    Allowed,
    AuditCheck,
    Batch,
    Erasure,
    IndexEntry,
    News,
    Receipt,
    Store,
)

__all__ = [
    "Allowed",
    "AuditCheck",
    "Batch",
    "Erasure",
    "IndexEntry",
    "News",
    "Receipt",
    "Store",
    "create_store",
    "open_store",
]
