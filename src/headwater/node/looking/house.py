"""House: a node that stays open, which many people enter, each with a viewer and a purpose."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from headwater.node.looking.shelf import ENDS_WITHIN, Held, Shelf
from headwater.node.node import Node
from headwater.node.settings import Settings
from headwater.node.workroom import hands_for
from headwater.safeguard import Viewer

if TYPE_CHECKING:
    from headwater.store import Store


_OPENING = "the desk opens"


@dataclass(frozen=True, slots=True)
class House:
    """One agency's store, held open by a server.

    Attributes:
        store: Where it rests; every thread reads with a connection of its own.
        settings: What the environment set.
        shelf: Pictures that were built.
    """

    store: "Store"
    settings: Settings
    shelf: Shelf = field(default_factory=Shelf)

    def enter(self, viewer: Viewer, purpose: str) -> Node:
        """The node as this viewer sees it for this purpose."""
        return Node(self.store, viewer, self.settings, purpose)

    def prepare(self, then: Callable[[Node, Held], object] = lambda _node, _held: None) -> None:
        """Begin to build the picture that most users see, before the first of them asks.

        Args:
            then: Makes what pages need beside each picture, this one and those of others.
        """
        nodes = [self.enter(viewer, _OPENING) for viewer in self.store.users()]
        seen = Counter(allowed for node in nodes if (allowed := node.allowed()))
        if seen:
            [(most, _)] = seen.most_common(1)
            first = next(node for node in nodes if node.allowed() == most)
            self.shelf.prepare(first, then)

    def wind_down(self) -> None:
        """Begin to end: pages that wait for long work are told that the desk is closing."""
        self.shelf.hands.close()

    def close(self, within: float = ENDS_WITHIN) -> None:
        """Let go of the store and of everything that was read from it.

        Where something still reads the store, its files are left as they lie: what was
        acknowledged is in them, and the next to open them tidies up.

        Args:
            within: Seconds to wait for what goes on behind the pages.
        """
        if self.shelf.close(within):
            self.store.close()


def open_house(folder: Path, settings: Settings) -> House:
    """Open an existing node for many viewers.

    Raises:
        WrongUse: If there is no node.
        DamagedNode: If what lies there is not what was written.
    """
    from headwater.store import open_store

    store = open_store(folder)
    hands = hands_for(folder, settings, store.tide().items)
    return House(store, settings, Shelf(hands))
