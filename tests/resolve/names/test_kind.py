"""A given name is known from a list, a family name by how it ends."""

import pytest

from headwater.resolve.names import kind_of, read_name


def kinds(text):
    return [kind_of(token) for token in read_name(text).tokens if token.role == "name"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ahmed Testović", ["given", "family"]),
        ("Ахмед Тестов", ["given", "family"]),
        ("أحمد التجريبي", ["given", "family"]),
        ("Ali Denemeoglu", ["given", "family"]),
        ("Testovski Proba", ["family", ""]),
        ("Ahmed Ali", ["given", "given"]),
    ],
)
def test_words_are_told_by_their_look(text, expected):
    assert kinds(text) == expected


def test_a_short_word_is_not_told_by_its_ending():
    assert kinds("Uri Proba") == ["", ""]
