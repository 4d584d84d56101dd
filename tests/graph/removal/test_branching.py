import numpy as np

from headwater.graph import Ties
from headwater.graph.removal import Removal
from headwater.graph.removal.branching import Search, pairs_in
from headwater.graph.removal.reduction import Piece, pieces

NONE = np.empty(0, dtype=np.int64)


def ring(n: int, most: int) -> Piece:
    (piece,) = pieces(Removal.of(Ties.of(np.arange(n), (np.arange(n) + 1) % n, n), most))
    return piece


def test_without_any_choice_to_begin_with_the_best_is_found_and_proved():
    search = Search(ring(12, 2), 2, NONE)
    assert search.run(60.0) == search.value == 20
    assert pairs_in(search.piece, search.chosen) == 20


def test_stopped_at_once_it_has_its_choice_and_no_bound():
    search = Search(ring(12, 2), 2, np.array([0, 1]))
    assert search.run(0.0) == 0
    assert search.value == 45


def test_it_ends_where_enough_is_known():
    search = Search(ring(12, 2), 2, NONE, below=5)
    assert search.run(60.0) == 5
