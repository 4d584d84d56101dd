"""Words keep their scores from text to text; neighbours and votes add theirs."""

from collections.abc import Sequence

from headwater.intake.reading.tagging import scoring
from headwater.intake.reading.tagging.model import AFTER, BEFORE, OWN, weights
from headwater.intake.reading.tagging.scoring import Scorer, chains, flattened
from headwater.intake.reading.tagging.traits import Word

LABELS = ("B-PER", "I-PER", "L-PER", "O", "U-PER")


def _see(written: str, first: bool) -> Word:
    own = (2, f"w={written}" + "^" * first)
    return Word((own, (0, "any")), "X" if written[0].isupper() else "x", False)


def _scorer(entries: dict[tuple[str, int, str], float]) -> Scorer:
    return Scorer(weights(LABELS, {("any", OWN, "O"): 0.1, **entries}, {}, 0.0), _see)


def _read(scorer: Scorer, *sentences: Sequence[str]) -> list[str]:
    return scorer.read(sentences)


def test_a_word_is_labelled_by_its_own_weight_and_its_neighbours() -> None:
    scorer = _scorer(
        {
            ("w=lider", BEFORE, "U-PER"): 3.0,
            ("w=kaže", AFTER, "U-PER"): 3.0,
            ("w=Ana", OWN, "U-PER"): -1.0,
        }
    )
    assert _read(scorer, ["a", "lider", "Ana"], ["a", "Ana", "kaže"], ["a", "Ana"]) == [
        *("O", "O", "U-PER"),
        *("O", "U-PER", "O"),
        *("O", "O"),
    ]


def test_neighbours_of_another_sentence_say_nothing() -> None:
    scorer = _scorer({("w=lider", BEFORE, "U-PER"): 3.0})
    assert _read(scorer, ["a", "lider"], ["x"])[-1] == "O"


def test_groups_in_a_row_count() -> None:
    scorer = _scorer({(chains("x", "X", "x")[2], OWN, "U-PER"): 3.0})
    assert _read(scorer, ["a", "b", "Ana", "c"]) == ["O", "O", "U-PER", "O"]


def test_a_text_of_ever_new_words_is_read_to_its_end(monkeypatch) -> None:
    monkeypatch.setattr(scoring, "_MOST_KEPT", 50)
    monkeypatch.setattr(scoring, "_FIRST_KEPT", 4)
    scorer = _scorer({("w=Ana", OWN, "U-PER"): 3.0})
    for start in range(0, 400, 20):
        words = [*(f"r{at}" for at in range(start, start + 20)), "Ana"]
        assert scorer.read([words])[-1] == "U-PER"


def test_votes_reach_the_word_and_those_beside_it() -> None:
    scorer = _scorer({("v", OWN, "L-PER"): 3.0, ("v", AFTER, "B-PER"): 3.0})
    scores, places = scorer.scores([["Ana", "Petrović", "x"]])
    scorer.vote(scores, {int(places[1]): ("v",)})
    assert scorer.labels(scores, places)[:2] == ["B-PER", "L-PER"]


def test_words_come_one_after_the_other() -> None:
    assert flattened([["a", "b"], [], ["c"]]) == ["a", "b", "c"]
