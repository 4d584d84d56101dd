"""The node of the tests of reading."""

from tests.node.reading.conftest import as_user, folder, made, node

__all__ = ["as_user", "folder", "made", "node"]
