"""Work in the process that asks for it."""

from headwater.node.workroom import InPlace


def test_work_is_done_at_once_by_whoever_asks():
    hands = InPlace()
    assert hands.do(max, 3, 5) == 5
    hands.forget()
    hands.close()
