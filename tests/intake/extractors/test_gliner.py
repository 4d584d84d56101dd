"""A GLiNER model: what it is handed, and how names are read off its scores. The model is a fake."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from headwater.intake.extractors.gliner import ASKED, Gliner, Manner, manner_of
from headwater.intake.extractors.suggestion import Suggestion
from headwater.model import WrongUse


@dataclass
class Cut:
    ids: list[int]
    word_ids: list[int | None]


class Halves:
    """A tokenizer that cuts every word in two, between a first and a last mark."""

    def encode(self, sequence: list[str], *, is_pretokenized: bool) -> Cut:
        assert is_pretokenized
        words = [word for word in range(len(sequence)) for _ in (1, 2)]
        return Cut([1, *(word + 10 for word in words), 2], [None, *words, None])


@dataclass
class Scores:
    """A model that gives certain spans a score: first word, width less one, kind."""

    high: dict[tuple[int, int, int], float]
    handed: list[dict[str, Any]] = field(default_factory=list)

    def run(self, outputs: None, inputs: dict[str, Any]) -> Sequence[Any]:
        self.handed.append(inputs)
        words = int(inputs["text_lengths"][0, 0])
        scores = np.full((1, words, 3, len(ASKED)), -9.0)
        for (start, width, kind), score in self.high.items():
            if start < words:
                scores[0, start, width, kind] = score
        return [scores]


def gliner(scores: Scores) -> Gliner:
    return Gliner("fake", Halves(), scores, Manner(width=3))


def test_the_best_spans_that_do_not_overlap_are_names() -> None:
    scores = Scores({(0, 1, 0): 3.0, (1, 0, 2): 2.0, (3, 0, 2): 1.0, (4, 2, 1): 9.0})
    found = gliner(scores).find("Besnik Shembulli, Sombor.")
    assert found == [Suggestion("Besnik Shembulli", "person", 0), Suggestion("Sombor", "place", 18)]


def test_the_model_is_handed_kinds_then_words_and_every_span_within_the_text() -> None:
    scores = Scores({})
    gliner(scores).find("one two")
    handed = scores.handed[0]
    prompt = 2 * len(ASKED) + 1
    assert handed["input_ids"].shape == (1, 2 * (prompt + 2) + 2)
    assert handed["words_mask"][0].tolist()[-5:] == [1, 0, 2, 0, 0]
    assert handed["words_mask"][0, : 2 * prompt + 1].tolist() == [0] * (2 * prompt + 1)
    assert handed["span_mask"][0].tolist() == [True, True, False, True, False, False]
    assert handed["span_idx"].shape == (1, 6, 2)


def test_a_long_text_is_read_window_by_window() -> None:
    scores = Scores({(0, 0, 2): 2.0})
    found = gliner(scores).find("word " * 450)
    assert [one.start for one in found] == [0, 1000, 2000]


def test_an_empty_text_is_not_handed_over() -> None:
    scores = Scores({})
    assert gliner(scores).find(" ") == []
    assert scores.handed == []


@pytest.mark.parametrize("said", ["no json", "[]", '{"max_width": "wide"}', '{"span_mode": "tok"}'])
def test_a_folder_of_another_kind_of_model_is_refused(tmp_path: Path, said: str) -> None:
    file = tmp_path / "gliner_config.json"
    file.write_text(said, encoding="utf-8")
    with pytest.raises(WrongUse):
        manner_of(file)


def test_the_folder_says_how_wide_names_may_be(tmp_path: Path) -> None:
    file = tmp_path / "gliner_config.json"
    file.write_text('{"max_width": 8, "ent_token": "<E>"}', encoding="utf-8")
    assert manner_of(file) == Manner("<E>", "<<SEP>>", 8)
