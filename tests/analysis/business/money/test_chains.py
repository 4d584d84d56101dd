import numpy as np
import pytest

from headwater.analysis.business.money import chains as module
from headwater.analysis.business.money.chains import chains
from headwater.analysis.business.money.ends import ends_of
from headwater.analysis.business.money.movements import movements_of
from tests.analysis.business.money.fixtures import paid, picture_of, settled

CHAIN = [paid("a", "b", 20_000, 1), paid("b", "c", 19_800, 3), paid("c", "d", 19_500, 6)]


def found(*payments, **given):
    picture = picture_of(*payments)
    movements = movements_of(picture, settled())
    return chains(movements, ends_of(picture, movements), settled(**given)), movements


def ways(*payments, **given):
    answer, movements = found(*payments, **given)
    passed = [[movements.source[path[0]], *movements.target[path]] for path in answer.found]
    return [[movements.ends[end] for end in path] for path in passed]


def test_about_the_same_amount_handed_on_within_days_is_a_chain():
    assert ways(*CHAIN) == [["a", "b", "c", "d"]]


def test_a_chain_back_to_where_it_began_is_found_and_goes_no_further():
    ring = [*CHAIN, paid("d", "a", 19_300, 7), paid("a", "o", 19_200, 8)]
    assert ways(*ring) == [["a", "b", "c", "d", "a"]]


@pytest.mark.parametrize(
    "last",
    [
        paid("c", "d", 19_500, 20),
        paid("c", "d", 19_500, 2),
        paid("c", "d", 9_500, 6),
        paid("c", "d", 29_500, 6),
        paid("c", "d", 19_500, 6, currency="GBP"),
    ],
)
def test_it_breaks_where_it_is_late_early_smaller_larger_or_another_currency(last):
    assert ways(*CHAIN[:2], last) == []


def test_it_never_runs_through_somebody_who_may_not_be_named():
    through = [paid("a", "k", 20_000, 1), paid("k", "c", 19_800, 3), paid("c", "d", 19_500, 6)]
    assert ways(*through) == []
    ends = [paid("k1", "b", 20_000, 1), paid("b", "c", 19_800, 3), paid("c", "k2", 19_500, 6)]
    assert ways(*ends) == [["k1", "b", "c", "k2"]]


def test_no_movement_is_in_two_chains_and_the_longest_is_told():
    longer = [*CHAIN, paid("d", "o", 19_400, 7), paid("c", "h1", 19_500, 6)]
    assert ways(*longer) == [["a", "b", "c", "d", "o"]]


def test_in_a_crowd_of_equal_amounts_nothing_is_followed_and_it_is_counted():
    crowd = [paid("b", "c", 20_000, 2, text=str(n)) for n in range(5)]
    answer, _ = found(paid("a", "b", 20_000, 1), *crowd, paid("c", "d", 20_000, 3))
    assert answer.found == []
    assert answer.crowded == 1


def test_every_chain_is_that_of_a_plain_search():
    rng = np.random.default_rng(5)
    names = ["a", "b", "c", "d", "o", "h1", "h2"]
    payments = []
    for n in range(60):
        source, target = rng.choice(names, 2, replace=False)
        payments.append(paid(source, target, float(rng.integers(100, 130)), n // 2, text=str(n)))
    answer, movements = found(*payments, longest=3, days=4)
    assert answer.steps > 5
    for path in answer.found:
        assert (movements.target[path[:-1]] == movements.source[path[1:]]).all()
        assert (np.diff(movements.day[path]) >= 0).all()
        assert (movements.low[path[1:]] >= 0.9 * movements.low[path[:-1]] - 1e-9).all()


def test_where_there_are_too_many_chains_the_search_ends_and_says_so(monkeypatch):
    monkeypatch.setattr(module, "_MOST", 1)
    again = [one | {"from": one["from"] + "", "text": "2", "low": one["low"] + 1} for one in CHAIN]
    answer, _ = found(*CHAIN, *again)
    assert answer.cut
