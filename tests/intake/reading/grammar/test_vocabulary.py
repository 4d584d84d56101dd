"""The words of the grammar and the letters of its items."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.reading.grammar.vocabulary import CODES, Terms, fold, terms
from headwater.intake.reading.passage import Passage


def test_each_item_has_a_letter() -> None:
    assert Terms("Left on 15 March 2026.", "en").code == "xIDMY."


def test_a_phrase_is_one_item() -> None:
    found = Terms("كانون الثاني 2026", "ar")
    assert (found.code, found.values[0]) == ("MY", "1")


def test_months_of_another_language_are_told_from_ones_own() -> None:
    assert Terms("15 mart 2026", "en").code == "DmY"
    assert Terms("3 may 2026", "en").code == "DqY"


def test_words_are_the_same_in_both_alphabets_and_without_accents() -> None:
    assert fold("ЧЕТВРТАК") == fold("četvrtak") == fold("cetvrtak") == fold("c\u030cetvrtak")
    assert fold("Μαΐου") == fold("Μαιου")
    assert fold("أغسطس") == fold("اغسطس")
    assert fold("İki") == "iki"


def test_only_words_of_the_language_are_read() -> None:
    assert [hit.value for hit in Terms("5000 lek", "sq").hits("currency")] == ["ALL"]
    assert Terms("lek za bolest", "sh").hits("currency") == []


def test_a_word_in_capitals_is_one_only_in_capitals() -> None:
    assert [hit.value for hit in Terms("5 KM", "sh").hits("currency")] == ["BAM"]
    assert Terms("5 km", "sh").hits("currency") == []


def test_a_passage_is_scanned_once() -> None:
    passage = Passage("On 3 May.", "en", None)
    assert terms(passage) is terms(passage)


def test_no_two_kinds_of_the_calendar_share_a_letter() -> None:
    assert len(set(CODES.values())) == len(CODES)


@given(st.text(max_size=200), st.sampled_from(["en", "sh", "mk", "bg", "sq", "ar", "fa", "tr", ""]))
def test_items_follow_each_other_and_cover_all_that_is_no_space(text: str, family: str) -> None:
    found = Terms(text, family)
    assert len(found.code) == len(found.spans) == len(found.values) == len(found.senses)
    end, covered = 0, []
    for start, stop in found.spans:
        assert end <= start < stop
        covered.append(text[end:start])
        end = stop
    assert not "".join([*covered, text[end:]]).strip()


def test_both_codes_of_kurdish_read_the_same_words() -> None:
    texts = [terms(Passage("3000 ewro", code, None)).family for code in ("ku", "ckb", "kmr")]
    assert set(texts) == {"ku"}
