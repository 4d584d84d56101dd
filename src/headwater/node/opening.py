"""Opening: a new node, an existing one, and one that leaves nothing behind."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from headwater.model import NotPermitted, WrongUse
from headwater.node.node import EVERY_ROLE, Node
from headwater.node.settings import Settings
from headwater.safeguard import Viewer, parse_purpose


def make_node(
    folder: Path, agency: str, settings: Settings, user: str = "", purpose: str = ""
) -> Node:
    """A new node that only this user of the machine may read; its maker has every role.

    Raises:
        WrongUse: If the folder is in use, or no agency is named.
    """
    from headwater.store import create_store

    if folder.is_dir() and any(folder.iterdir()):
        raise WrongUse(
            f"{folder} is in use",
            why="a node has its folder to itself",
            do="name a folder that is empty, or not there yet",
        )
    with _private():
        store = create_store(folder, agency)
    folder.chmod(0o700)
    maker = Viewer(user or settings.login, agency, EVERY_ROLE)
    store.put_user(maker)
    return Node(store, maker, settings, purpose)


@contextmanager
def _private() -> Iterator[None]:
    """Folders and files that are made meanwhile are for this user of the machine alone."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


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
