"""Words are found whatever their script, and only where all of a watch stand in one item."""

import pytest

from headwater.analysis.watch.words import Searched
from headwater.safeguard.watching import Kind
from tests.analysis.watch.arriving import watch

TEXTS = {("U1", 1): "They sell life jackets on Telegram.", ("U2", 1): "Jackets, and a long life."}


def met(words: str, texts=TEXTS) -> list[str]:
    searched = Searched([watch("w1", Kind.WORDS, words=words)])
    return [answer.urn for answer in searched.answers(texts)]


@pytest.mark.parametrize(
    ("words", "urns"),
    [
        ("telegram", ["U1"]),
        ("life jackets", ["U1", "U2"]),
        ("telegram long", []),
        ("jack", []),
        ("jack*", ["U1", "U2"]),
        ("LIFE", ["U1", "U2"]),
    ],
)
def test_an_item_answers_where_every_word_stands_whole(words, urns):
    assert met(words) == urns


def test_a_word_in_cyrillic_is_found_in_latin_and_the_reverse():
    assert met("čamac", {("U1", 1): "Чамац је купљен."}) == ["U1"]
    assert met("чамац", {("U1", 1): "Camac je kupljen."}) == ["U1"]


def test_a_word_and_its_beginning_may_both_be_watched():
    searched = Searched(
        [watch("w1", Kind.WORDS, words="boat"), watch("w2", Kind.WORDS, words="boat*")]
    )
    assert [a.watch for a in searched.answers({("U1", 1): "boats"})] == ["w2"]
    assert [a.watch for a in searched.answers({("U1", 1): "a boat"})] == ["w1", "w2"]


def test_no_watch_finds_nothing():
    assert list(Searched([]).answers(TEXTS)) == []
