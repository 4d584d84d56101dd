from datetime import date

import numpy as np
import pytest

from headwater.model import Place, Regrouping
from headwater.picture import Part, build, build_part
from headwater.safeguard import Purpose, Viewer
from tests.fakes.store import ANALYST, GENERAL, FakeStore


def small_world():
    store = FakeStore()
    store.say("R1", "A", "Person", name="Ana Kos", phone="+38160111")
    store.say("R1", "B", "Person", name="Bo Lund", item=2)
    store.say("R1", "C", "Contact", source="A", target="B", kind="call", item=2)
    store.say("R2", "A2", "Person", name="Anna Koss", phone="+38160111", text="Seen at the ford.")
    store.say("R2", "L", "Leg", from_="place:gn-1", to="place:gn-2", mode="van")
    return store


def see(store, **options):
    return build(store, ANALYST, GENERAL, **options)


def test_what_is_hidden_changes_nothing_at_all():
    store = small_world()
    store.judged("A", "A2")
    open_picture = see(store)
    store.say("H1", "A", "Person", name="Hidden Name", item=7, label=1)
    store.say("H1", "A3", "Person", name="Third", item=7, label=1)
    store.say("H1", "D", "CategoryDecision", subject="A", category="suspect", item=7, label=1)
    store.say("R1", "C9", "Contact", source="A", target="A3", kind="call", item=9, label=1)
    store.say("H2", "X", "Person", name="X", text="Item 1 of R2", label=1)
    store.judged("B", "A3")
    store.judged("A2", "A3")
    store.judged("A", "B", evidence=("H1#7.1",))
    again = see(store)
    assert again.fingerprint == open_picture.fingerprint
    assert all(again.tables[n].equals(t) for n, t in open_picture.tables.items())
    member = Viewer("eva", "Home Agency", frozenset({"analyst"}), frozenset({"closed"}))
    assert build(store, member, GENERAL).fingerprint != open_picture.fingerprint


def test_of_a_part_the_same_is_told_of_what_its_people_are():
    store = small_world()
    store.judged("A", "A2")
    store.say("R3", "D", "CategoryDecision", subject="A2", category="witness")
    scan, reports = store.scan({0}), store.reports({0})
    part = build_part(store, Part(scan, reports, store.judgements()), ANALYST, GENERAL)
    columns = ["id", "schema", "caption", "category", "rankable", "protected", "public_office"]
    whole = see(store)
    assert part.entities.select(columns).equals(whole.entities.select(columns))
    assert part.statements.select(["mention", "entity"]) == (
        whole.statements.select(["mention", "entity"])
    )


def test_a_viewer_without_a_role_sees_an_empty_picture():
    nobody = Viewer("zed", "Home Agency", frozenset({"auditor"}))
    store = small_world()
    store.judged("A", "A2", evidence=("R1#1.2", "R2#1.2"))
    picture = build(store, nobody, GENERAL)
    assert all(table.num_rows == 0 for table in picture.tables.values())
    assert picture.fingerprint == see(FakeStore()).fingerprint


def test_a_merge_that_is_undone_leaves_no_trace():
    store = small_world()
    before = see(store)
    merged = store.judged("A", "A2")
    joined = see(store)
    assert joined.fingerprint != before.fingerprint
    assert joined.entities.num_rows == before.entities.num_rows - 1
    store.judged("A", "A2", undoes=merged.id)
    assert see(store).fingerprint == before.fingerprint


def test_joined_entities_have_one_id_as_subject_and_as_value():
    store = small_world()
    store.say("R3", "C2", "Contact", source="A2", target="B", kind="call")
    store.judged("A", "A2")
    picture = see(store)
    assert set(picture.links["source"].to_pylist()) == {"A"}
    assert {row["entity"] for row in picture.names.to_pylist()} == {"A", "B"}
    said = {row["mention"] for row in picture.statements.to_pylist() if row["entity"] == "A"}
    assert said == {"A", "A2"}


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_things_came_in_does_not_count(seed):
    store, shuffled = small_world(), small_world()
    mix = np.random.default_rng(seed)
    mix.shuffle(shuffled.statements)
    for held in ("items_held", "reports_held"):
        rows = list(getattr(shuffled, held).items())
        mix.shuffle(rows)
        setattr(shuffled, held, dict(rows))
    assert see(shuffled).fingerprint == see(store).fingerprint


def test_rejected_statements_never_enter():
    store = small_world()
    before = see(store).fingerprint
    store.say("R2", "Z", "Person", name="Wrong", status="rejected")
    assert see(store).fingerprint == before


def test_viewer_and_purpose_are_named_but_do_not_make_another_picture():
    other = build(
        small_world(), Viewer("eva", "Home Agency", frozenset({"officer"})), Purpose("b", "general")
    )
    assert (other.viewer, other.purpose) == ("eva", "b")
    assert other.fingerprint == see(small_world()).fingerprint


def test_known_places_take_their_names_from_the_gazetteer():
    known = {"place:gn-1": Place("gn-1", "Horgoš", "crossing_point", "RS", 46.15, 19.97)}
    picture = see(small_world(), gazetteer=known.get)
    assert picture.legs["from_name"].to_pylist() == ["Horgoš"]
    horgos, unknown = picture.places.to_pylist()
    assert (horgos["country"], horgos["lat"]) == ("RS", 46.15)
    assert (unknown["name"], unknown["lat"]) == ("place:gn-2", None)


def test_reports_count_what_is_seen_of_them_and_name_their_group():
    first, second = see(small_world()).reports.to_pylist()
    assert (first["urn"], first["items"], first["statements"], first["group"]) == ("R1", 2, 6, "R1")
    assert (second["statements"], second["group_reason"]) == (5, "")
    assert date.fromisoformat(second["record_date"])


def test_each_report_names_only_what_ties_itself_to_its_group():
    store = FakeStore()
    words = "The van left the car park at night with twelve people in the back of it."
    for urn, originator in (("R1", "One"), ("R2", "One"), ("R3", "Two")):
        store.reported(urn, originator=originator)
        store.say(urn, "A", "Person", name="Ana", text=words if urn != "R2" else "")
    reports = see(store).reports.to_pylist()
    reasons = {row["urn"]: row["group_reason"] for row in reports}
    assert reasons == {
        "R1": "the same words; the same originator",
        "R2": "the same originator",
        "R3": "the same words",
    }


STORY = "The driver slept two nights in the yard behind the old mill and then went on to the lake."


def told(*, hidden):
    store = FakeStore()
    for urn, label in (("A", 0), ("B", 0), *([("C", 1)] if hidden else [])):
        store.say(urn, f"{urn}#1@m1", "Person", name="Ana", text=STORY, label=label)
    return store


def test_what_ties_reports_to_a_hidden_one_leaves_no_trace():
    open_store, closed = told(hidden=False), told(hidden=True)
    closed.regroupings_held = [
        Regrouping("G1", False, ("B",), ("C",), "eve", "2025-03-05T10:00:00Z", "why"),
        Regrouping("G2", True, ("A", "C"), (), "eve", "2025-03-05T10:00:01Z", "why"),
    ]
    seen = [build(store, ANALYST, GENERAL) for store in (open_store, closed)]
    assert seen[0].fingerprint == seen[1].fingerprint
    assert seen[1].reports["group"].to_pylist() == ["A", "A"]


def test_a_decision_on_a_group_counts_in_every_table_and_undoing_it_leaves_nothing():
    store = told(hidden=False)
    before = build(store, ANALYST, GENERAL)
    split = Regrouping("G1", False, ("B",), ("A",), "eve", "2025-03-05T10:00:00Z", "why")
    store.regroupings_held = [split]
    assert build(store, ANALYST, GENERAL).statements["group"].to_pylist() == ["A", "B"]
    store.regroupings_held.append(Regrouping("G2", True, (), (), "eve", "", "error", undoes="G1"))
    assert build(store, ANALYST, GENERAL).fingerprint == before.fingerprint
