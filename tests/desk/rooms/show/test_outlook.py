"""The outlook page."""

from headwater.desk.pages import STATIC
from headwater.intake.tables import guess_mapping
from headwater.safeguard import Role
from tests.desk.conftest import viewer


def test_without_counts_it_says_what_is_missing(enter):
    text = enter("ana").get("/outlook").text
    assert "There is no series here yet." in text
    assert "<select" not in text


def test_the_disruptions_stand_there_all_the_same(enter):
    assert 'id="ledger"' in enter("ana").get("/outlook").text


def test_without_counts_an_example_stands_there_that_can_be_handed_in_as_it_is(enter):
    text = enter("ana").get("/outlook").text
    example = (STATIC / "examples" / "counts.csv").read_text(encoding="utf-8")
    assert example in text
    assert 'href="/reports/new#files"' in text
    kind, _ = guess_mapping(tuple(example.splitlines()[0].split(",")))
    assert kind == "counts"


def test_who_may_not_hand_in_is_not_sent_there(enter, door):
    door.people["lena"] = viewer("lena", Role.LIAISON)
    text = enter("lena").get("/outlook").text
    assert "There is no series here yet." in text
    assert "/reports/new" not in text
