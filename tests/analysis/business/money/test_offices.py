import numpy as np

from headwater.analysis.business.money.ends import ends_of
from headwater.analysis.business.money.movements import movements_of
from headwater.analysis.business.money.offices import offices
from tests.analysis.business.money.fixtures import paid, picture_of, settled

NAMES = ("arben", "milan", "jovan", "fatmir")


def hawala(count=40, taker="h1", payer="h2", written=True):
    """What one office takes in, and what another pays out for it a few days later."""
    rng = np.random.default_rng(count)
    told = []
    for n in range(count):
        memo = f"{NAMES[n % 4]} {rng.integers(10**5, 10**6)}"
        amount, at = float(rng.integers(300, 4000)), int(rng.integers(0, 60))
        text = memo if written else ""
        told.append(paid(f"k{n}", taker, amount, at, text=text))
        later = at + int(rng.integers(1, 4))
        told.append(paid(payer, f"r{n}", 0.98 * amount, later, text=text[:10]))
    return told


def found(*payments, **given):
    picture = picture_of(*payments)
    movements = movements_of(picture, settled())
    return offices(movements, ends_of(picture, movements), settled(**given)), movements


def test_two_offices_that_settle_with_each_other_are_found_though_nothing_moves_between_them():
    matched, movements = found(*hawala())
    (one,) = matched.offices
    assert (movements.ends[one.taker], movements.ends[one.payer]) == ("h1", "h2")
    assert one.taken.size >= 38
    into = [movements.ends[n][1:] for n in movements.source[one.taken]]
    out = [movements.ends[n][1:] for n in movements.target[one.paid]]
    assert into == out


def test_what_one_office_takes_in_and_pays_out_itself_is_no_settlement_between_two():
    matched, _ = found(*hawala(payer="h1"))
    assert matched.offices == []


def test_without_memos_nothing_is_matched_and_it_is_counted():
    matched, _ = found(*hawala(written=False))
    assert matched.offices == []
    assert matched.silent == 80


def test_offices_that_may_not_be_named_are_left_out():
    matched, _ = found(*hawala(payer="nobody"))
    assert matched.offices == []
