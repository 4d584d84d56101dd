"""The header block: every key in every order, case and language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.header import fold, split_header

KEYS = {
    "originator": "Originator",
    "urn": "URN",
    "title": "Title",
    "information": "Date of information",
    "record": "Date of record",
    "grading": "Grading",
    "handling": "Handling",
}
LINE = st.text(st.characters(categories=["L", "N"], include_characters=" -/"), max_size=30)


@given(
    st.dictionaries(st.sampled_from(sorted(KEYS)), LINE.filter(str.strip), min_size=1),
    st.randoms(use_true_random=False),
)
def test_a_header_written_in_any_order_and_case_comes_back_as_it_was(values, random):
    keys = list(values)
    random.shuffle(keys)
    lines = [f"{random.choice([str.upper, str.lower, str])(KEYS[k])}: {values[k]}" for k in keys]
    header = split_header("\n".join([*lines, "", "the words"]))
    assert header.values == {key: value.strip() for key, value in values.items()}
    assert [line for line in header.body if line] == ["the words"]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Pošiljalac: Policija", "originator"),
        ("POSILJALAC: Policija", "originator"),
        ("Пошиљалац: Полиција", "originator"),
        ("Датум на информација: 1.2.2025", "information"),
        ("Vlerësimi: 2D-P", "grading"),
        ("Date de l’information: 2025-01-01", "information"),
        ("Дата на доклада: 2025", "record"),
        ("Derived from: IR 1", "cites"),
        ("Broj: 12/25", "urn"),
        ("Број: 12/25", "urn"),
        ("Numri: 12/25", "urn"),
        ("Numéro: 12/25", "urn"),
        ("Изпращач: Полиция", "originator"),
        ("Относно: лодки", "title"),
        ("Nadnevak: 1.2.2025", "date"),
        ("Datum izvješća: 1.2.2025", "record"),
        ("Temelji se na: IR 1", "cites"),
    ],
)
def test_the_keys_are_understood_in_the_languages_of_the_region(line, key):
    assert list(split_header(f"{line}\n\ntext").values) == [key]


def test_an_article_that_begins_with_words_has_no_header():
    header = split_header("The minister said: this is new.\nDate: 2025-01-01\n")
    assert not header.given
    assert header.body[0].startswith("The minister")


def test_a_header_line_that_is_not_known_or_stands_twice_is_told():
    header = split_header("URN: A1\nURN: A2\nShoe size: 44\n\nwords")
    assert (header.values["urn"], header.strange) == ("A1", [2, 3])


def test_case_and_accents_do_not_matter_but_cyrillic_letters_do():
    assert fold("  ČLANAK  Đ ") == "clanak dj"
    assert fold("Й") != fold("И")
