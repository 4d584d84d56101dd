"""The outlook page."""


def test_without_counts_it_says_what_is_missing(enter):
    text = enter("ana").get("/outlook").text
    assert "What is missing: counts over time" in text
    assert "<select" not in text


def test_the_disruptions_stand_there_all_the_same(enter):
    assert 'id="ledger"' in enter("ana").get("/outlook").text
