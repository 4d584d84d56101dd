"""What a document's other mentions of a word were taken for."""

from headwater.intake.reading.tagging.votes import votes, word_key


def test_another_mention_speaks_for_a_word_in_any_case() -> None:
    said = votes(["Petrović", "i", "Petrovića"], ["L-PER", "O", "O"])
    assert "v-PER" in said[2]
    assert "v:L-PER" in said[2]
    assert "v-O" in said[0]


def test_a_word_does_not_vote_for_itself() -> None:
    assert votes(["Beograd", "je", "grad"], ["U-LOC", "O", "O"]) == {}


def test_mentions_that_disagree_are_told_from_those_that_agree() -> None:
    words = ["Obraz", "Obraza", "Obrazu", "Obrazom"]
    assert votes(words, ["U-ORG", "U-ORG", "U-ORG", "U-ORG"])[0][0] == "v=ORG"
    assert votes(words, ["O", "U-ORG", "U-ORG", "O"])[3][0] == "v~ORG"


def test_only_capitalised_words_are_mentions() -> None:
    assert word_key("grada") == ""
    assert word_key("Grada") == word_key("Gradu")
