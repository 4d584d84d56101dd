"""What a store promises for standing questions, and the tables they lie in."""

from headwater.store.watches.layout import TABLES, UPDATE
from headwater.store.watches.protocol import Arrived, NewItem, Reading, Watches

__all__ = ["TABLES", "UPDATE", "Arrived", "NewItem", "Reading", "Watches"]
