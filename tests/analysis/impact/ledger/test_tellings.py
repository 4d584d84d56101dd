"""A disruption is read from statements and from a file of operations alike."""

import pytest

from headwater.analysis.impact.ledger.tellings import tellings
from headwater.picture import build, from_plain_files
from tests.fakes.store import ANALYST, GENERAL, FakeStore

ALL = {"accepted_only": False, "drop_weak": False}


@pytest.fixture(scope="module")
def stated():
    """One told well, one on a weak grade, one without a date, one by a person who is protected."""
    store = FakeStore()
    store.say("R1", "N", "Network", name="Drava group")
    store.say("R1", "A", "PublicBody", name="Border Police")
    store.say("R1", "P", "Person", name="Vesna Zaštićena")
    told = {"kind": "arrests", "level": "major", "network": "N"}
    store.say("R1", "X", "Disruption", item=2, date="2025-03-03", agency="A", **told)
    store.say("R1", "Y", "Disruption", item=3, grade="3D", date="2025-04-03", agency="A", **told)
    store.say("R1", "Z", "Disruption", item=4, agency="A", **told)
    store.say("R1", "V", "Disruption", item=5, date="2025-05-03", agency="P", **told)
    return build(store, ANALYST, GENERAL)


def ids(told):
    return [one.id for one in told]


def test_statements_give_a_telling_with_the_names_of_groups_and_agencies(stated):
    one = tellings(stated, ALL, [])[0]
    assert (one.group, one.agency) == (("Drava group",), ("Border Police",))
    assert (one.kind, one.level, one.date.text) == (("arrests",), ("major",), "2025-03-03")
    assert len(one.statements) == 5


def test_a_protected_person_is_not_named_as_who_took_part(stated):
    last = tellings(stated, ALL, [])[-1]
    assert (last.id, last.agency) == ("V", ())


def test_weak_grades_count_or_not_as_asked(stated):
    assert ids(tellings(stated, ALL, [])) == ["X", "Y", "V"]
    assert ids(tellings(stated, ALL, [], weak=False)) == ["X", "V"]
    assert ids(tellings(stated, ALL | {"drop_weak": True}, [])) == ["X", "V"]


def test_a_disruption_without_a_date_is_left_out_by_name(stated):
    caveats = []
    tellings(stated, ALL, caveats)
    assert "Z" in caveats[0]


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
