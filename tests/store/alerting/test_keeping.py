from headwater.safeguard.watching import Alert, Kind, Urgency, Watch
from headwater.store import create_store, open_store
from tests.conformance.stores import NOW, every, seen


def test_another_program_sees_new_alerts_by_a_number_alone(tmp_path):
    here = create_store(tmp_path / "node", "Harbour Police")
    there = open_store(tmp_path / "node")
    here.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    before = there.watches.last()
    here.watches.keep([Alert("a1", "w1", NOW, "U1", 1, Urgency.HIGH, "place")])
    assert there.watches.last() > before
    assert [one.id for one in there.watches.alerts(every(there), ["w1"])] == ["a1"]
    here.close()
    there.close()


def test_words_of_every_script_in_a_question_come_back(tmp_path):
    store = create_store(tmp_path / "node", "Harbour Police")
    watch = Watch("w1", Kind.WORDS, {"words": 'чамац "mali"'}, "ana", "case: X", NOW, "2026-12-01")
    store.watches.put(watch)
    assert store.watches.all() == [watch]
    store.close()
