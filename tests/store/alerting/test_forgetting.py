from dataclasses import replace

from headwater.safeguard.watching import Kind, Watch
from headwater.store import create_store
from tests.conformance.stores import NOW, seen


def test_a_watch_stays_with_those_who_were_not_erased(tmp_path):
    store = create_store(tmp_path / "node", "Harbour Police")
    for urn, name in (("U1", "Arben Krasniqi"), ("U2", "Luan Berisha")):
        store.add(seen(urn, name), recorded=NOW)
    place = Watch("w1", Kind.PLACE, {"place": "place:x"}, "ana", "case: X", NOW, "2026-12-01")
    store.watches.put(place)
    store.watches.put(replace(place, id="w2", subjects=("U2#1@m1",)))
    store.watches.put(replace(place, id="w3", subjects=("U1#1@m1", "U2#1@m1")))
    store.watches.put(replace(place, id="w4", subjects=("U1#1@m1",)))
    store.erase_report("U1")
    kept = {watch.id: watch.subjects for watch in store.watches.all()}
    assert kept == {"w1": (), "w2": ("U2#1@m1",), "w3": ("U2#1@m1",)}
    store.close()
