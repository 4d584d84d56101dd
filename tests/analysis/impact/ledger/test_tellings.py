"""A disruption is read from statements and from a file of operations alike."""

from headwater.analysis.impact.ledger.tellings import tellings
from headwater.picture import build, from_plain_files
from tests.fakes.store import ANALYST, GENERAL, FakeStore

ALL = {"accepted_only": False, "drop_weak": False}


def stated(grade="1A", **more):
    store = FakeStore()
    store.say("R1", "N", "Network", name="Drava group")
    store.say("R1", "A", "PublicBody", name="Border Police")
    told = {"date": "2025-03-03", "level": "major", "network": "N", "agency": "A"} | more
    store.say("R1", "X", "Disruption", item=2, grade=grade, kind="arrests", **told)
    return build(store, ANALYST, GENERAL)


def test_statements_give_a_telling_with_the_names_of_groups_and_agencies():
    (one,) = tellings(stated(), ALL, [])
    assert (one.group, one.agency) == (("Drava group",), ("Border Police",))
    assert (one.kind, one.level, one.date.text) == (("arrests",), ("major",), "2025-03-03")
    assert len(one.statements) == 5


def test_a_protected_person_is_not_named_as_who_took_part():
    store = FakeStore()
    store.say("R1", "P", "Person", name="Vesna Zaštićena")
    store.say("R1", "X", "Disruption", item=2, date="2025-03-03", kind="arrests", agency="P")
    (one,) = tellings(build(store, ANALYST, GENERAL), ALL, [])
    assert one.agency == ()


def test_weak_grades_count_or_not_as_asked():
    weak = stated(grade="3D")
    assert len(tellings(weak, ALL, [])) == 1
    assert tellings(weak, ALL, [], weak=False) == []
    assert tellings(weak, ALL | {"drop_weak": True}, []) == []


def test_a_disruption_without_a_date_is_left_out_by_name():
    caveats = []
    assert tellings(stated(date=""), ALL, caveats) == []
    assert "X" in caveats[0]


def test_a_file_of_operations_may_say_more_in_further_columns(tmp_path):
    path = tmp_path / "operations.csv"
    path.write_text(
        "id,date,end,place,kind,agency,group,level\n"
        "K1,2025-03-03,,Horgos,arrests,Police|Europol,Drava,major\n"
        ",2025-03-09,,Horgos,seizure,,,\n",
        encoding="utf-8",
    )
    first, second = tellings(from_plain_files(operations=path), ALL, [])
    assert first.agency == ("Police", "Europol")
    assert first.statements == ("operations.csv#1.1",)
    assert second.id == "operations.csv#2"
    assert second.agency == ()
