import pytest

from headwater.model import WrongUse
from headwater.store import create_store, open_store


def test_a_new_node_can_be_opened_again_and_its_log_is_whole(tmp_path):
    create_store(tmp_path / "node", "Harbour Police").close()
    store = open_store(tmp_path / "node")
    assert store.agency == "Harbour Police"
    assert store.verify_audit().faults == ()
    store.close()


def test_where_a_node_lies_no_other_is_made(tmp_path):
    create_store(tmp_path / "node", "Harbour Police").close()
    with pytest.raises(WrongUse, match="a node already"):
        create_store(tmp_path / "node", "Harbour Police")
