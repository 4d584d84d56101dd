"""Opening: a new node in a folder, and the one that lies there."""

from pathlib import Path

from headwater.store.database import Database
from headwater.store.embedded import EmbeddedStore
from headwater.store.keys import NodeKeys


def create_store(folder: Path, agency: str) -> EmbeddedStore:
    """Make a new node in a folder, which is made where it does not exist.

    Raises:
        WrongUse: If there is a node already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    Database.create(folder, agency)
    NodeKeys.create(folder)
    store = EmbeddedStore(folder)
    store.sign_audit()
    return store


def open_store(folder: Path, *, wait: float = 10.0) -> EmbeddedStore:
    """Open the node in a folder.

    Args:
        folder: The node's directory.
        wait: Seconds to wait for another program that is writing.

    Raises:
        WrongUse: If there is no node.
        DamagedNode: If what is there is not what was written.
    """
    return EmbeddedStore(folder, wait=wait)
