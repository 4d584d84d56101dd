import numpy as np

from headwater.picture.independence.candidates import Pairs
from headwater.picture.independence.copying.rivals import RIVALS, Beside, rivals


def beside(pairs, odds, news, kind=None):
    earlier, later = (np.array(side) for side in zip(*pairs, strict=True))
    none = np.zeros(later.size)
    kinds = np.zeros(len(news), dtype=np.int64) if kind is None else np.array(kind)
    found = Beside(np.array(news), kinds)
    table = rivals(Pairs(earlier, later, none, none), np.array(odds, float), found)
    return [dict(zip(RIVALS, row, strict=True)) for row in table.tolist()]


def test_three_reports_that_agree_pair_by_pair_support_each_other():
    alone = beside([(0, 1)], [0.0], [0, 1, 2])
    three = beside([(0, 1), (0, 2), (1, 2)], [0.0] * 3, [0, 1, 2])
    assert alone[0]["through a third"] == 0
    assert three[0]["through a third"] == 0.25


def test_a_pair_knows_how_far_it_stands_behind_the_best_of_its_report():
    rows = beside([(0, 2), (1, 2)], [3.0, 1.0], [0, 1, 2])
    assert [row["behind the best of later"] for row in rows] == [0.0, 2.0]
    assert rows[0]["before the next of later"] == 2.0
    assert rows[0]["near later"] == 2


def test_an_office_that_always_comes_second_is_known_by_its_habit():
    pairs = [(0, 10), (1, 11), (2, 12), (3, 13)]
    rows = beside(pairs, [4.0] * 4, [0, 1, 2, 3] * 2 + [4, 5, 9, 9, 9, 9])
    assert rows[0]["habit of later"] < rows[0]["habit of earlier"]
