"""The lists of words can be read, and each says where it comes from."""

from pathlib import Path

import pytest

from headwater.resolve.names import words
from headwater.resolve.names.words import honorific, kinds, placeholders, read_list

LISTS = sorted(path.stem for path in Path(words.__file__).parent.glob("*.tsv"))


@pytest.mark.parametrize("name", LISTS)
def test_each_list_names_its_source_and_holds_no_row_twice(name):
    text = (Path(words.__file__).parent / f"{name}.tsv").read_text(encoding="utf-8")
    assert "Source:" in text.partition("\n\n")[0]
    rows = [tuple(row) for row in read_list(name)]
    assert len(rows) == len(set(rows))
    assert all(len(row) == len(rows[0]) and all(row) for row in rows)


def test_a_word_has_its_kind_whatever_letters_it_is_written_in():
    assert kinds("titles")["haji"] == "title"
    assert kinds("titles")["хаџи"] == "title"
    assert kinds("particles")["بن"] == "particle"


def test_titles_that_are_also_names_are_told_apart():
    assert honorific("khan", "latn")
    assert not honorific("mr", "latn")


def test_placeholders_are_kept_as_names_are_spelled():
    assert {"nn", "n n", "непознат"} <= placeholders()
