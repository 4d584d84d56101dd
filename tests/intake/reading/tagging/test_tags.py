"""Tags are exact words of the text, in order, and never overlap."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.reading.tagging import Tag, label, tag, tagger
from headwater.intake.reading.tagging.schemes import spans as spans_of
from headwater.intake.reading.tagging.train.corpus import documents

LANGUAGES = ("sr", "hr", "bs", "cnr", "mk", "bg", "sq", "en", "tr", "")
WORDS = ["Ana", "Petrović", "u", "Beogradu", "NATO", "ministar", "Лондон", "и", ".", "\n", "007"]


def test_a_name_is_told_with_its_place_in_the_text() -> None:
    text = "Juče je ministar Dragan Petrović bio u Beogradu."
    found = tag(text, "sr", [(0, len(text))])
    assert [(text[t.start : t.end], t.kind) for t in found] == [
        ("Dragan Petrović", "person"),
        ("Beogradu", "place"),
    ]


@given(
    st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=20).map(" ".join),
    st.sampled_from(LANGUAGES),
)
def test_tags_lie_within_the_text_one_after_the_other(text: str, language: str) -> None:
    found = tag(text, language, [(0, len(text))])
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[t.start : t.end].strip() == text[t.start : t.end] for t in found)


def test_a_language_that_is_not_read_gives_no_tags() -> None:
    assert tag("Ahmet Istanbul'da", "tr", [(0, 17)]) == []


def test_without_models_nothing_is_tagged(monkeypatch) -> None:
    monkeypatch.setattr(tagger, "shipped_tagger", lambda: None)
    assert tag("Ana je u Beogradu.", "sr", [(0, 18)]) == []
    assert label([["Ana", "je"]], "sr") == [["O", "O"]]


def test_words_cut_already_get_a_label_each() -> None:
    assert label([["Ministar", "Dragan", "Petrović", "."], []], "hr") == [
        ["O", "B-PER", "I-PER", "O"],
        [],
    ]


@pytest.mark.parametrize(("language", "least"), [("sr", 0.88), ("hr", 0.83)])
def test_names_of_the_development_files_are_found(
    language: str, least: float, shared: Path
) -> None:
    right = ours = true = 0
    for document in documents(shared / "data" / "text" / f"uner_{language}_dev.iob2"):
        found = label(document.tokens(), language)
        for gold, own in zip(document.labels(), found, strict=True):
            expected, named = set(spans_of(gold)), set(spans_of(own))
            right += len(expected & named)
            ours += len(named)
            true += len(expected)
    assert 2 * right / (ours + true) >= least


def test_a_tag_is_a_plain_value() -> None:
    assert Tag(0, 3, "person")._asdict() == {"start": 0, "end": 3, "kind": "person"}
