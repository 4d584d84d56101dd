from headwater.model import Handling
from headwater.safeguard import Label


def test_equal_conditions_are_one_label_so_the_store_can_number_them():
    ours = Label("North", Handling("C", "A1", "S2"))
    assert len({ours, Label("North", Handling("C", "A1", "S2"))}) == 1
    assert sorted([ours, Label("East", Handling())])[0].owner == "East"
