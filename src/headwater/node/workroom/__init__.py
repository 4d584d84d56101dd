"""Workroom: long work in a process of its own, so that no page waits for it."""

from headwater.node.workroom.hands import Hands, InPlace
from headwater.node.workroom.workroom import MANY_ITEMS, Workroom, hands_for

__all__ = ["MANY_ITEMS", "Hands", "InPlace", "Workroom", "hands_for"]
