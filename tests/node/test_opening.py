"""Opening a node: made once, known users only, and one that leaves nothing behind."""

from contextlib import suppress

import pytest

from headwater.model import HeadwaterError, NotPermitted
from headwater.node import EVERY_ROLE, Settings, make_node, open_node, throw_away_node

SETTINGS = Settings("mira", None, 1)


def test_the_maker_has_every_role_and_can_come_back(tmp_path):
    make_node(tmp_path / "n", "Drava Hub", SETTINGS).close()
    again = open_node(tmp_path / "n", SETTINGS)
    assert again.viewer.roles == EVERY_ROLE
    again.close()


def test_a_stranger_is_not_let_in(tmp_path):
    make_node(tmp_path / "n", "Drava Hub", SETTINGS).close()
    with pytest.raises(NotPermitted):
        open_node(tmp_path / "n", SETTINGS, "stranger")


def test_a_folder_without_a_node_is_refused(tmp_path):
    with pytest.raises(HeadwaterError):
        open_node(tmp_path / "nowhere", SETTINGS)


def test_a_throw_away_node_is_gone_even_after_a_failure(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with suppress(RuntimeError), throw_away_node(SETTINGS, "", "p") as node:
        assert node.store.agency
        assert list(tmp_path.iterdir())
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []
