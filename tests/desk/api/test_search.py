"""A script finds what its owner's page finds, and leaves the same trace."""

from headwater.node.searching import KINDS


def test_a_name_is_found_with_the_sentence_it_rests_on(staff):
    script = staff.script("ana")
    found = script.get("/api/search", params={"q": "Goran Izmisljeni"}).json()
    assert set(found["counts"]) == set(KINDS)
    people = [one for one in found["hits"] if one["kind"] == "people"]
    assert len(people) == found["counts"]["people"] > 0
    behind = script.get("/api/statements/one", params={"id": people[0]["statement"]}).json()
    assert behind["sentence"] == people[0]["sentence"]
    only = script.get("/api/search", params={"q": "Goran", "kind": "reports"}).json()
    assert {one["kind"] for one in only["hits"]} == {"reports"}


def test_a_search_by_a_script_is_logged_with_its_words(staff):
    staff.script("ana").get("/api/search", params={"q": "Izmisljeni 4711"})
    last = list(staff.house.store.audit())[-1]
    assert (last["who"], last["reason"]) == ("ana", "Izmisljeni 4711")


def test_a_question_that_cannot_be_is_refused_and_the_administrator_finds_nothing(staff):
    script = staff.script("ana")
    for wrong in ({}, {"q": ""}, {"q": "x" * 201}, {"q": "x", "begin": "yesterday"}):
        assert script.get("/api/search", params=wrong).status_code == 400
    assert not any(
        staff.script("ivo").get("/api/search", params={"q": "Goran"}).json()["counts"].values()
    )
