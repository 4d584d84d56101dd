"""How statements rest in their item, and that they say what they said."""

import pytest

from headwater.store.packing import SAME_AS_VALUE, interned, pack, spoken, unpack

TEXT = "Arben met Luan."
NAMES = {7: "U1#1@m9", 8: "place:gn-1"}


@pytest.mark.parametrize(
    ("entity", "value", "text", "said"),
    [
        ("m1", None, None, ("U2#3@m1", "Luan", "Luan")),  # words of the item
        ("m1", "LUAN", None, ("U2#3@m1", "LUAN", "Luan")),
        ("m1", "Luan B.", SAME_AS_VALUE, ("U2#3@m1", "Luan B.", "Luan B.")),
        (7, ["m2"], "him", ("U1#1@m9", "U2#3@m2", "him")),  # of another item, about one of this
        ("m1", 8, "there", ("U2#3@m1", "place:gn-1", "there")),
    ],
)
def test_a_packed_statement_says_what_it_said(entity, value, text, said):
    (row,) = unpack(pack([(1, entity, 4, value, text, 10, 4, None, None)]))
    assert spoken(row, TEXT, "U2#3@", NAMES) == said


def test_entities_that_are_numbers_are_those_of_elsewhere():
    about, refers_to, own = (1, 7, 4, None), (2, "m1", 4, 8), (3, "m1", 4, ["m2"])
    assert interned([about, refers_to, own]) == {7, 8}
