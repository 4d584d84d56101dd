import math

import pytest

from headwater.model import HeadwaterError
from headwater.resolve.names.edits.edit_table import edit_table, read_table, table_text

UNITS = {("^", "^"): 0.25, ("م", "m"): 0.25, ("", "a"): 0.25, ("$", "$"): 0.25}
SHIPPED = [("arab", "latn"), ("cyrl", "latn"), ("arab", "cyrl")]


def test_a_table_comes_back_as_it_was_written() -> None:
    table = read_table(table_text({"scripts": "arab latn"}, UNITS), "t")
    assert table.scripts == ("arab", "latn")
    assert table.units["م"] == {"m": 0.25}
    assert table.right["a"] == 0.25
    assert table.left[""] == 0.25


def test_a_table_that_somebody_changed_is_refused() -> None:
    text = table_text({"scripts": "arab latn"}, UNITS).replace("m\t-2", "n\t-2")
    with pytest.raises(HeadwaterError, match="not the one that was shipped"):
        read_table(text, "t")


@pytest.mark.parametrize("scripts", SHIPPED)
def test_the_probabilities_of_a_shipped_table_sum_to_one(scripts: tuple[str, str]) -> None:
    table = edit_table(*scripts)
    assert math.isclose(sum(table.left.values()), 1.0, abs_tol=1e-3)
    assert math.isclose(sum(table.right.values()), 1.0, abs_tol=1e-3)


def test_words_of_one_script_have_no_table() -> None:
    with pytest.raises(HeadwaterError, match="no edit table"):
        edit_table("latn", "latn")
