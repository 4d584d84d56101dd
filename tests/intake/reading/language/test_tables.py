"""The tables that tell languages apart."""

from headwater.intake.reading.language.tables import small_word, tables, tells


def test_small_words_are_no_names() -> None:
    assert small_word("the")
    assert small_word("са")
    assert not small_word("besnik")


def test_words_of_languages_that_are_not_read_are_no_small_words() -> None:
    assert not small_word("zostali")


def test_serbian_words_are_known_in_both_alphabets() -> None:
    assert "sh" in tables().words["vozilo"]
    assert "sr" in tables().words["возило"]
    assert tells()["prije"] == tells()["прије"] == {"ije"}


def test_each_script_has_its_languages() -> None:
    by_script = tables().by_script
    assert {"en", "sh", "sq", "tr", "ku"} <= by_script["Latin"]
    assert {"ar", "fa", "ps", "ckb"} <= by_script["Arabic"]
    assert by_script["Greek"] == {"el"}
