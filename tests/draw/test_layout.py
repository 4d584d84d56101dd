"""Where things stand on a drawing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.draw.layout import Box, free_spot, push_apart, spring_layout


def test_the_same_network_is_laid_out_the_same_way_twice():
    ties = [(0, 1), (1, 2), (3, 4)]
    assert np.array_equal(spring_layout(6, ties), spring_layout(6, ties))


def test_tied_nodes_stand_nearer_than_those_of_another_part():
    ties = [(a, b) for a in range(4) for b in range(a)]
    ties += [(a + 4, b + 4) for a in range(4) for b in range(a)]
    place = spring_layout(8, ties)
    inside = np.linalg.norm(place[0] - place[1])
    across = np.linalg.norm(place[:4].mean(axis=0) - place[4:].mean(axis=0))
    assert inside < across


@given(st.integers(0, 12), st.data())
def test_every_position_lies_in_the_unit_square(count: int, data: st.DataObject):
    ends = st.integers(0, max(count - 1, 0))
    ties = data.draw(st.lists(st.tuples(ends, ends), max_size=20)) if count else []
    place = spring_layout(count, ties, rounds=30)
    assert place.shape == (count, 2)
    assert np.isfinite(place).all()
    assert ((place >= -1e-9) & (place <= 1 + 1e-9)).all()


def test_boxes_on_top_of_each_other_are_moved_apart_and_stay_on_the_sheet():
    sheet = Box(200, 200, 400, 400)
    boxes = push_apart([Box(200, 200, 60, 20) for _ in range(12)], sheet)
    clear = [(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if a.touches(b)]
    deep = [1 for a, b in clear if abs(a.x - b.x) < 55 and abs(a.y - b.y) < 15]
    assert not deep
    assert all(30 <= box.x <= 370 and 10 <= box.y <= 390 for box in boxes)


def test_a_label_takes_the_first_spot_that_is_free():
    taken = [Box(0, 0, 10, 10)]
    assert free_spot([Box(4, 4, 4, 4), Box(20, 0, 4, 4)], taken) == Box(20, 0, 4, 4)
    assert free_spot([Box(1, 1, 4, 4)], taken) is None
