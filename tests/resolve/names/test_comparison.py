"""A comparison says in plain lines where its bits come from, and never who is who."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.names import compare, name_bits, name_bits_many, read_name
from headwater.resolve.names.comparison import STRONG


def test_each_pair_of_words_has_a_line_with_its_letters():
    lines = compare("كريم الخطيب", "Karim al-Khatib").lines()
    assert lines[0].endswith("bits")
    (row,) = [line for line in lines if "Karim" in line and "+" in line and ":" in line]
    assert "⁨ك⁩:" in row
    assert any("left aside: al" in line and "small word" in line for line in lines)
    assert lines[-1] == "Strong evidence for one name."


def test_letters_that_show_only_their_shares_are_said_to():
    held, free = compare("Драган Перић", "Dragan Peric"), compare("Ана Кос", "Ana Kos")
    assert any(pair.letters > pair.bits + 1 for pair in held.pairs)
    assert "shares" in held.lines()[-2]
    assert not any("shares" in line for line in free.lines())
    same = compare("Dragan Testov", "Dragan Testov")
    assert not any("shares" in line for line in same.lines())


def test_digits_that_are_left_aside_are_named():
    told = compare("Dragan123", "Dragan")
    assert [(word.word, word.side) for word in told.aside] == [("123", "left")]
    assert any("123" in line and "no part of a name" in line for line in told.lines()[2:])


def test_words_against_each_other_are_named():
    lines = compare("Dragan Testović", "Salim Testović").lines()
    assert any("Dragan against Salim" in line for line in lines)
    assert any("relatives" in line for line in lines)
    assert compare("Dragan Testović", "Karim Deneme").verdict == "Speaks against one name."


def test_one_shared_word_is_never_strong_evidence_where_there_is_more_to_share():
    assert compare("Testoviansky", "Dragan Testoviansky").verdict.startswith("Some evidence")


def test_all_that_is_listed_adds_up_to_the_bits():
    found = compare("Haji Dragan Petar Testović", "Dragan Testovich Jr.")
    parts = (*found.pairs, *found.against, *found.unmatched)
    assert sum(part.bits for part in parts) + found.limit == pytest.approx(found.bits)
    assert {loose.word for loose in found.aside} == {"Haji", "Jr"}


def test_text_from_right_to_left_keeps_its_place_in_the_line():
    lines = compare("كريم", "Karim").lines()
    assert lines[0].startswith("\N{FIRST STRONG ISOLATE}كريم\N{POP DIRECTIONAL ISOLATE} ~ Karim")


def test_control_characters_do_not_reach_the_terminal():
    told = "\n".join(compare("Dra\x1b[31mgan\N{RIGHT-TO-LEFT OVERRIDE}", "Dragan").lines())
    assert "\x1b" not in told
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in told


def test_a_text_that_is_no_name_is_no_evidence_and_the_reason_is_told():
    found = compare("N.N.", "Dragan Testović")
    assert found.bits == 0.0
    assert found.lines()[-1].startswith("No comparison: the left one is a placeholder")


def test_the_document_can_be_written_as_json():
    document = compare("Зоран Тестовић", "Zoran Testović").as_dict()
    again = json.loads(json.dumps(document))
    assert again["bits"] > STRONG
    assert again["pairs"][0]["units"][0].keys() == {"left", "right", "bits"}


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_texts_can_be_compared_and_told(left, right):
    found = compare(left, right)
    assert found.bits == pytest.approx(name_bits(read_name(left), read_name(right)))
    assert "same person" not in "\n".join(found.lines()).casefold()
    json.dumps(found.as_dict(), allow_nan=False)


def test_many_pairs_at_once_have_the_bits_of_each_alone():
    texts = ["محمد العلي", "Mohammad Ali", "Мухаммад Али", "Abdul Karim", "عبد الكريم", ""]
    pairs = [(read_name(left), read_name(right)) for left in texts for right in texts]
    alone = [name_bits(left, right) for left, right in pairs]
    assert name_bits_many(pairs) == pytest.approx(alone)
