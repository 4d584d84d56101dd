"""Words are cut as the training texts cut them, and every token is the text at its span."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.intake.reading.tagging.tokens import LONGEST, tokenise


def _words(text: str) -> list[str]:
    return [text[a:b] for line in tokenise(text, [(0, len(text))]) for a, b in line]


def test_hyphens_numbers_and_initials_hold_together() -> None:
    assert _words("Lider NATO-a G. Petrić platio je 3.500 evra.") == [
        *("Lider", "NATO-a", "G.", "Petrić", "platio", "je", "3.500", "evra", "."),
    ]


def test_an_english_possessive_is_no_part_of_the_name() -> None:
    assert _words("Turkey's coast")[:1] == ["Turkey"]


def test_a_line_without_an_end_is_cut() -> None:
    text = "Riječ " * (LONGEST + 10)
    assert max(map(len, tokenise(text, [(0, len(text))]))) == LONGEST


@given(st.text())
def test_tokens_follow_one_another_and_leave_out_nothing_but_blanks(text: str) -> None:
    spans = [span for line in tokenise(text, [(0, len(text))]) for span in line]
    assert spans == sorted(spans)
    assert all(a < b for a, b in spans)
    covered = {at for a, b in spans for at in range(a, b)}
    assert all(text[at].isspace() for at in range(len(text)) if at not in covered)
