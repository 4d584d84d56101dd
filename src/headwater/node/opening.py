"""Opening: a new node, an existing one, and one that leaves nothing behind."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from headwater.model import NotPermitted
from headwater.node.session import EVERY_ROLE, Node
from headwater.node.settings import Settings
from headwater.safeguard import Viewer, parse_purpose


def make_node(
    folder: Path, agency: str, settings: Settings, user: str = "", purpose: str = ""
) -> Node:
    """A new node; its maker is the first user, with every role.

    Raises:
        WrongUse: If the folder is in use, or no agency is named.
    """
    from headwater.store import create_store

    store = create_store(folder, agency)
    maker = Viewer(user or settings.login, agency, EVERY_ROLE)
    store.put_user(maker)
    return Node(store, maker, settings, purpose)


def open_node(folder: Path, settings: Settings, user: str = "", purpose: str = "") -> Node:
    """An existing node, for a user it knows.

    Raises:
        WrongUse: If there is no node.
        NotPermitted: If it does not know the user.
        DamagedNode: If what lies there is not what was written.
    """
    from headwater.store import open_store

    if purpose:
        parse_purpose(purpose)
    store = open_store(folder)
    name = user or settings.login
    viewer = store.user(name)
    if viewer is None:
        store.close()
        raise NotPermitted(
            f"this node does not know {name}",
            where=str(folder),
            do=f"an administrator can add the user: headwater user add {name} --role ROLE",
        )
    return Node(store, viewer, settings, purpose)


@contextmanager
def throw_away_node(settings: Settings, user: str, purpose: str) -> Iterator[Node]:
    """A node in a folder of its own that is gone at the end, whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix="headwater-"))
    try:
        node = make_node(folder / "node", "this desk", settings, user, purpose)
        try:
            yield node
        finally:
            node.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
