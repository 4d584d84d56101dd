"""Standing questions and alerts in every store: seen with what they rest on, gone with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from headwater.model import Handling
from headwater.safeguard import Viewer
from headwater.safeguard.watching import Alert, Kind, Urgency, Watch
from headwater.store import Store
from tests.conformance.stores import AGENCY, NOW, STORES, every, seen
from tests.conformance.stores import Kind as StoreKind

WATCH = Watch(
    "w1",
    Kind.PERSON,
    {"name": "Arben Krasniqi", "chance": "0.5"},
    "ana",
    "case: Drava",
    NOW,
    "2026-12-31",
    case="Drava",
    subjects=("U1#1@m1",),
)
SECRET = Handling("C", "A1", "S2")


def alert(number: int, urn: str, *statements: str, watch: str = "w1") -> Alert:
    return Alert(f"a{number}", watch, NOW, urn, 1, Urgency.ORDINARY, "place", statements)


@pytest.fixture
def told(store: Store) -> Store:
    store.add(seen("U1", "Arben Krasniqi"), recorded=NOW)
    store.add(seen("U2", "Luan Berisha", handling=SECRET), recorded=NOW)
    store.watches.put(WATCH)
    return store


def ids(store: Store, allowed: frozenset[int] | None = None, **asked: object) -> list[str]:
    labels = every(store) if allowed is None else allowed
    return [one.id for one in store.watches.alerts(labels, ["w1", "danger"], **asked)]


def test_a_watch_comes_back_as_it_was_put_and_is_replaced_by_its_id(store: Store) -> None:
    store.watches.put(WATCH)
    later = replace(WATCH, expires="2027-02-01", ended=NOW, safeguarding=True)
    store.watches.put(replace(WATCH, id="w2", made="2027-01-01T00:00:00Z"))
    assert store.watches.all()[0] == WATCH
    store.watches.put(later)
    assert [watch.id for watch in store.watches.all()] == ["w1", "w2"]
    assert store.watches.all()[0] == later


def test_what_came_in_is_handed_out_once_with_its_statements(told: Store) -> None:
    first = told.watches.arrived(1)
    assert [(item.urn, item.item, item.until) for item in first.items] == [("U1", 1, "2025-03-31")]
    assert first.items[0].text.startswith("Arben Krasniqi was seen")
    assert set(first.scan["urn"].to_pylist()) == {"U1"}
    told.watches.keep([], first.upto)
    rest = told.watches.arrived(9)
    assert [item.urn for item in rest.items] == ["U2"]
    told.watches.keep([], rest.upto)
    assert not told.watches.arrived(9)


def test_what_was_here_is_given_the_latest_first_as_far_as_it_is_allowed(told: Store) -> None:
    labels = every(told)
    both = told.watches.earlier(labels, 9)
    assert [item.urn for item in both.items] == ["U2", "U1"]
    assert set(both.scan["urn"].to_pylist()) == {"U1", "U2"}
    assert [item.urn for item in told.watches.earlier(labels, 1).items] == ["U2"]
    one = told.watches.earlier(labels, 9, naming=["U1#1@m1", "nobody"])
    assert [item.urn for item in one.items] == ["U1"]
    assert [item.urn for item in told.watches.earlier(labels, 9, text="Luan").items] == ["U2"]
    assert not told.watches.earlier(labels, 9, naming=["nobody"])
    open_ = told.label_of("U1", 1)
    assert open_ is not None
    assert [item.urn for item in told.watches.earlier({open_}, 9).items] == ["U1"]
    assert not told.watches.earlier({open_}, 9, text="Luan")


def test_an_alert_is_kept_once_and_knows_what_it_rests_on(told: Store) -> None:
    first = alert(1, "U1", "U1#1.1", "U1#1.3")
    assert told.watches.keep([first, first]) == [first]
    assert told.watches.keep([first]) == []
    assert told.watches.alerts(every(told), ["w1"]) == [first]
    assert told.watches.alerts(every(told), ["w2"]) == []


def test_an_alert_on_what_is_not_here_is_not_kept(told: Store) -> None:
    assert told.watches.keep([alert(1, "U9"), alert(2, "U1", "U9#1.1")]) == []
    assert ids(told) == []


def test_an_alert_is_seen_by_those_who_see_every_item_it_rests_on(told: Store) -> None:
    open_, closed = told.label_of("U1", 1), told.label_of("U2", 1)
    assert open_ is not None
    assert closed is not None
    told.watches.keep([alert(1, "U1"), alert(2, "U2"), alert(3, "U1", "U1#1.1", "U2#1.1")])
    assert ids(told) == ["a1", "a2", "a3"]
    assert ids(told, frozenset({open_})) == ["a1"]
    assert ids(told, frozenset({closed})) == ["a2"]
    assert ids(told, frozenset()) == []


def test_later_alerts_are_asked_for_by_number_or_by_time(told: Store) -> None:
    assert told.watches.last() == 0
    told.watches.keep([alert(1, "U1")])
    seen_upto = told.watches.last()
    told.watches.keep([replace(alert(2, "U1"), made="2026-11-22T00:00:00Z")])
    assert told.watches.last() > seen_upto
    assert ids(told, after=seen_upto) == ["a2"]
    assert ids(told, since="2026-11-21T12:00:01Z") == ["a2"]
    assert ids(told, since=NOW) == ["a1", "a2"]


def test_each_reader_is_noted_once_with_name_and_time(told: Store) -> None:
    told.watches.keep([alert(1, "U1"), alert(2, "U1", watch="danger")])
    told.watches.read(["a1", "a7"], "ana", NOW)
    told.watches.read(["a1", "a2"], "bo", "2026-11-22T00:00:00Z")
    told.watches.read(["a1"], "ana", "2026-11-23T00:00:00Z")
    assert told.watches.readings(["a1", "a2", "a3"]) == {
        "a1": [("ana", NOW), ("bo", "2026-11-22T00:00:00Z")],
        "a2": [("bo", "2026-11-22T00:00:00Z")],
    }


def test_a_reader_is_given_what_they_have_not_read_with_all_that_belongs_to_it(told: Store) -> None:
    told.watches.keep([alert(n, urn) for n, urn in ((1, "U1"), (2, "U2"), (3, "U1"))])
    told.watches.read(["a1"], "ana", NOW)
    assert ids(told, unread_by="ana") == ["a1", "a2", "a3"]
    told.watches.read(["a3"], "ana", NOW)
    assert ids(told, unread_by="ana") == ["a2"]
    assert ids(told, unread_by="bo") == ids(told) == ["a1", "a2", "a3"]


def test_what_somebody_may_not_see_is_never_unread_for_them(told: Store) -> None:
    open_ = told.label_of("U1", 1)
    assert open_ is not None
    told.watches.keep([alert(1, "U1"), alert(2, "U1", "U1#1.1", "U2#1.1")])
    told.watches.read(["a1"], "ana", NOW)
    assert ids(told, unread_by="ana") == ["a1", "a2"]
    assert ids(told, frozenset({open_}), unread_by="ana") == []


def test_of_many_reports_a_page_is_given_the_most_urgent_first_then_the_latest(told: Store) -> None:
    later = replace(alert(4, "U2", watch="danger"), made="2026-11-22T00:00:00Z")
    high = replace(alert(3, "U1", watch="danger"), urgency=Urgency.HIGH)
    told.watches.keep([alert(1, "U1"), alert(2, "U1", "U1#1.1"), high, later])
    assert ids(told, page=(0, 1)) == ["a3"]
    assert ids(told, page=(1, 1)) == ["a4"]
    assert ids(told, page=(2, 1)) == ["a1", "a2"]
    assert ids(told, page=(1, None)) == ["a1", "a2", "a4"]
    assert ids(told, page=(10**30, 1)) == []
    assert ids(told, page=(3, 10**30)) == []
    assert ids(told, page=(0, 1), unread_by="ana") == ["a3"]


def test_alerts_leave_with_the_report_and_what_comes_under_its_number_is_new(told: Store) -> None:
    told.watches.keep([], told.watches.arrived(9).upto)
    told.watches.keep([alert(1, "U1"), alert(2, "U2"), alert(3, "U1", "U2#1.1")])
    told.watches.read(["a2"], "ana", NOW)
    told.erase_report("U2")
    assert ids(told) == ["a1"]
    assert told.watches.readings(["a2"]) == {}
    told.add(seen("U3", "Ilir Hoxha"), recorded=NOW)
    assert [item.urn for item in told.watches.arrived(9).items] == ["U3"]
    assert told.watches.keep([alert(4, "U3")])
    assert ids(told) == ["a1", "a4"]


def test_alerts_leave_with_the_statements_of_an_erased_person(told: Store) -> None:
    told.watches.keep([alert(1, "U1", "U1#1.1"), alert(2, "U1", "U1#1.2"), alert(3, "U2")])
    told.erase_entity(["U1#1@m1"])
    # The watch was about that person, so that its other alerts go with it.
    assert told.watches.all() == []
    assert ids(told) == []


def test_the_watches_of_a_user_who_leaves_go_but_for_those_of_safety(told: Store) -> None:
    told.put_user(Viewer("ana", AGENCY, frozenset({"analyst"})))
    told.watches.put(replace(WATCH, id="w2", owner="bo"))
    told.watches.put(replace(WATCH, id="w3", safeguarding=True))
    told.watches.keep([alert(1, "U1"), alert(2, "U1", watch="danger")])
    told.watches.read(["a2"], "ana", NOW)
    told.forget_user("ana")
    assert [watch.id for watch in told.watches.all()] == ["w2", "w3"]
    assert ids(told) == ["a2"]
    assert told.watches.readings(["a2"]) == {}


def test_a_watch_stays_where_others_still_say_what_it_asks(told: Store) -> None:
    about_place = replace(WATCH, id="w2", kind=Kind.WORDS, question={"words": "Petrit Gashi"})
    told.watches.put(replace(about_place, subjects=()))
    told.erase_report("U1")
    assert [watch.id for watch in told.watches.all()] == ["w2"]
    told.erase_report("U2")
    assert told.watches.all() == []


@pytest.mark.parametrize("erase", ["report", "entity"])
@pytest.mark.parametrize("kind", STORES)
def test_no_byte_of_a_watch_on_somebody_erased_is_left(
    kind: StoreKind, tmp_path: Path, erase: str
) -> None:
    store = kind.create(tmp_path / "node", AGENCY)
    store.add(seen("U1", "Halim Quorrath"), recorded=NOW)
    store.watches.put(replace(WATCH, question={"name": "Halim Quorrath"}, case="Zelkova"))
    store.watches.put(
        replace(WATCH, id="w2", subjects=(), question={}, purpose="Halim Quorrath again, Zelkova")
    )
    store.watches.keep([alert(1, "U1", "U1#1.1")])
    if erase == "report":
        store.erase_report("U1")
    else:
        store.erase_entity(["U1#1@m1"])
    store.close()
    for path in (tmp_path / "node").rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert b"Quorrath" not in content
        assert b"Zelkova" not in content
