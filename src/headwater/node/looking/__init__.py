"""Looking: what a page, which many people open at once, needs of a node that stays open."""

from headwater.node.looking.house import House, open_house
from headwater.node.looking.shelf import Held, Shelf

__all__ = ["Held", "House", "Shelf", "open_house"]
