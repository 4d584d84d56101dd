"""Parts of a report at their own cost."""

from dataclasses import replace

from headwater.store import create_store
from headwater.store.reading import Reading
from tests.conformance.stores import NOW, every, seen


def test_items_that_nobody_asked_for_are_not_put_together(tmp_path, monkeypatch):
    store = create_store(tmp_path / "node", "Harbour Police")
    batch = seen("U1", "Arben Krasniqi")
    (report,) = batch.reports
    items = tuple(replace(report.items[0], number=n) for n in range(1, 41))
    store.add(replace(batch, reports=[replace(report, items=items)]), recorded=NOW)
    asked = []
    real = Reading.everything_in

    def told(self, connection, items):
        asked.extend(items)
        return real(self, connection, items)

    monkeypatch.setattr(Reading, "everything_in", told)
    assert len(store.parts.statements(["U1#1.1", "U1#1.3"], every(store))) == 2
    assert len(asked) == 1
    store.close()
