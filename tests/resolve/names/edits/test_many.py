import math

from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.names.edits.bits import joint, left_word, right_word
from headwater.resolve.names.edits.edit_table import edit_table
from headwater.resolve.names.edits.many import joint_many

arabic = st.text(alphabet="المحسيپگڤ0", max_size=9)
latin = st.text(alphabet="abcdmnohsšjy0", max_size=9)


@given(st.lists(st.tuples(arabic, latin), min_size=1, max_size=20))
def test_many_at_once_have_the_probability_of_each_alone(words: list[tuple[str, str]]) -> None:
    table = edit_table("arab", "latn")
    lefts = [left_word(table, x).text for x, _ in words]
    rights = [right_word(table, y).text for _, y in words]
    found = joint_many(table, lefts, rights)
    for x, y, p in zip(lefts, rights, found, strict=True):
        assert math.isclose(p, joint(table, x, y), rel_tol=1e-9)


def test_no_words_have_no_probabilities() -> None:
    assert joint_many(edit_table("arab", "latn"), [], []) == []
