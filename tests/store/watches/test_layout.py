import sqlite3

from headwater.store import create_store, open_store
from tests.conformance.stores import NOW, seen


def test_a_node_from_before_the_watches_is_asked_about_what_comes_from_now_on(tmp_path):
    store = create_store(tmp_path / "node", "Harbour Police")
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    store.close()
    connection = sqlite3.connect(tmp_path / "node" / "node.db")
    tables = ("alert_read", "alert_ground", "alert", "watch")
    dropped = "".join(f"DROP TABLE {table};" for table in tables)
    connection.executescript(f"{dropped} PRAGMA user_version = 6;")
    connection.close()
    store = open_store(tmp_path / "node")
    assert not store.watches.arrived(9)
    store.add(seen("U2", "Luan Berisha"), recorded=NOW)
    assert [item.urn for item in store.watches.arrived(9).items] == ["U2"]
    store.close()
