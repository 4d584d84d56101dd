"""Where a node's content rests: one Store protocol, and the embedded store that keeps it."""

from headwater.store.access import AccessRecord, AccessRecords
from headwater.store.log import AuditCheck, LogAsked
from headwater.store.opening import create_store, open_store
from headwater.store.packing import Allowed
from headwater.store.protocol import (
    Batch,
    Erasure,
    IndexEntry,
    News,
    Receipt,
    Store,
)
from headwater.store.reading import Tide
from headwater.store.recent import Came, Recent
from headwater.store.watches import Arrived, NewItem, Watches

__all__ = [
    "AccessRecord",
    "AccessRecords",
    "Allowed",
    "Arrived",
    "AuditCheck",
    "Batch",
    "Came",
    "Erasure",
    "IndexEntry",
    "LogAsked",
    "NewItem",
    "News",
    "Receipt",
    "Recent",
    "Store",
    "Tide",
    "Watches",
    "create_store",
    "open_store",
]
