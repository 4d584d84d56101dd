"""Keys of a node and of single pieces."""

import pytest

from headwater.model import DamagedNode
from headwater.store.keys import NodeKeys, seal, unseal


def test_a_sealed_piece_opens_with_its_own_key_and_in_its_own_place():
    key, sealed = seal(b"content", b"place")
    assert b"content" not in sealed
    assert unseal(key, sealed, b"place") == b"content"
    for other in (
        (bytes(32), sealed, b"place"),
        (key, sealed, b"elsewhere"),
        (key, sealed[:-1] + b"x", b"place"),
        (key, b"", b"place"),
    ):
        with pytest.raises(DamagedNode):
            unseal(*other)


def test_the_same_piece_is_never_sealed_alike_twice():
    assert seal(b"content", b"place") != seal(b"content", b"place")


def test_keys_are_found_again_and_readable_by_the_owner_only(tmp_path):
    keys = NodeKeys.create(tmp_path)
    assert NodeKeys.load(tmp_path) == keys
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o077 == 0


def test_a_digest_stands_for_an_id_in_one_node_only(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = NodeKeys.create(tmp_path / "a"), NodeKeys.create(tmp_path / "b")
    assert one.digest("U1") == one.digest("U1") != one.digest("U2")
    assert one.digest("U1") != other.digest("U1")


def test_a_signature_is_known_as_ones_own(tmp_path):
    keys = NodeKeys.create(tmp_path)
    assert keys.signed(b"content", keys.sign(b"content"))
    assert not keys.signed(b"other", keys.sign(b"content"))


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"digest_key": "zz", "signing_seed": ""}'])
def test_a_broken_key_file_is_a_damaged_node(tmp_path, content):
    (tmp_path / "node.keys").write_text(content)
    with pytest.raises(DamagedNode):
        NodeKeys.load(tmp_path)
