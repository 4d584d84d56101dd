"""Items by their words."""

import pytest

from headwater.node.searching.texts import TextIndex, is_form, stem
from headwater.picture import Picture, make_table

TEXTS = [
    "The van left Subotica at night.",
    "Камион је виђен код Суботице.",
    "Kamionom do granice; čamac je čekao.",
    "The vanguard waits.",
]
ROWS = {"urn": ["U"] * 4, "item": [1, 2, 3, 4], "text": TEXTS}
INDEX = TextIndex(Picture.of({"items": make_table("items", ROWS)}))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Subotica", [0, 1]),
        ("суботица", [0, 1]),
        ("kamion", [1, 2]),
        ("camac granica", [2]),
        ("van", [0]),
        ("van čamac", []),
        ("", []),
        ("?!", []),
    ],
)
def test_words_are_found_in_their_forms_and_all_are_needed(asked, found):
    assert INDEX.holding(asked).tolist() == found


def test_short_words_have_no_other_forms():
    assert not is_form("vans", "van")
    assert is_form("suboticom", "subotica")
    assert not is_form("suboticanka", "subotica")
    assert stem("van") == "van"
