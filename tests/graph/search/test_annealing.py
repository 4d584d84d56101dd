import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.graph import Ties
from headwater.graph.removal import pairs_left
from headwater.graph.search.annealing import anneal, room
from headwater.graph.search.remainder import pairs_within, remainder

N = 12
PAIRS = st.lists(
    st.tuples(st.integers(0, N - 1), st.integers(0, N - 1)).filter(lambda pair: pair[0] != pair[1]),
    min_size=1,
    max_size=30,
)


def network(pairs):
    return Ties.of([a for a, _ in pairs], [b for _, b in pairs], N)


def annealed(ties, out, candidates, most, seed, schedule=(600, 0.5, 0.05)):
    net = remainder(ties, np.zeros(N, np.bool_), pairs_within(N))
    net.out[sorted(out)] = True
    work = room(np.array(sorted(candidates), dtype=np.int64), N)
    least, price = anneal(net, work, most, schedule, 10.0, np.random.default_rng(seed))
    return net, work, least, price


@given(PAIRS, st.sets(st.integers(0, N - 1)), st.integers(0, 5), st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_what_is_said_to_be_left_equals_a_plain_recount(pairs, candidates, most, seed):
    ties = network(pairs)
    _, work, least, price = annealed(ties, candidates, candidates, most, seed)
    best = np.flatnonzero(work.best)
    assert price >= 1
    if least >= 0:
        assert least == pairs_left(ties, best)
        assert best.size <= most
        assert set(best.tolist()) <= candidates


@given(PAIRS, st.sets(st.integers(0, N - 1)), st.integers(0, 5), st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_its_list_of_nodes_that_are_out_stays_true(pairs, candidates, most, seed):
    net, work, _, _ = annealed(network(pairs), set(), candidates, most, seed)
    listed = work.chosen[: work.length[0]]
    assert sorted(listed.tolist()) == np.flatnonzero(net.out).tolist()
    assert work.place[listed].tolist() == list(range(listed.size))
    assert not work.beside.any()
    assert not work.cut.any()


def test_nodes_that_were_out_and_are_no_candidates_stay_out():
    ring = network([(i, (i + 1) % N) for i in range(N)])
    net, _, least, _ = annealed(ring, {0}, {1, 2, 3, 4, 5, 6, 7, 8}, 1, 3)
    assert net.out[0]
    assert least == 2 * 10  # five nodes on either side of the second gap


def test_the_border_between_two_parts_finds_its_place():
    # Two cliques of five, joined over two nodes in a row: one of the cliques' ends must go.
    left = [(a, b) for a in range(5) for b in range(a)]
    right = [(a, b) for a in range(7, 12) for b in range(7, a)]
    ties = network([*left, *right, (4, 5), (5, 6), (6, 7)])
    _, work, least, _ = annealed(ties, {0}, set(range(N)), 1, 0, (4000, 0.5, 0.05))
    assert least == min(pairs_left(ties, np.array([node])) for node in range(N))
    assert work.best.sum() == 1


def test_the_same_chance_gives_the_same_set():
    ties = network([(i, (i * 5 + 1) % N) for i in range(N)] + [(i, (i + 1) % N) for i in range(N)])
    one, other = (annealed(ties, {1, 2}, set(range(N)), 3, 7) for _ in range(2))
    assert one[2:] == other[2:]
    assert (one[1].best == other[1].best).all()
