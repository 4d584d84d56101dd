import numpy as np
import pyarrow as pa

from headwater.analysis.business.money.settlements.memos import Memos

WORDS = ["arben k 81f0", "milan p 22ab", "fatmir z 90cc", "money", "money", "money", ""]


def compared(left, right):
    memos = Memos(pa.array([left, *WORDS]), pa.array([right, *WORDS]))
    first = np.array([0])
    bits, share = memos.shared(first, first)
    return memos, float(bits[0]), float(share[0])


def test_a_memo_cut_short_agrees_with_all_that_is_left_of_it():
    _, _, share = compared("arben k 81f0 paid", "arben k 81")
    assert share > 0.95


def test_a_rare_memo_says_more_than_a_common_one():
    _, rare, _ = compared("zvonimir q77", "zvonimir q77")
    _, common, _ = compared("money", "money")
    assert rare > 2 * common > 0


def test_different_memos_share_nothing_and_are_not_looked_at_twice():
    memos, bits, share = compared("arben k 81f0", "xyxyx")
    assert (bits, share) == (0.0, 0.0)
    assert not memos.may_agree(np.array([0]), np.array([0])).any()


def test_the_quick_look_passes_over_no_pair_that_agrees_in_half():
    rng = np.random.default_rng(0)
    letters = np.array(list("abcdefghijklmnopqrstuvwxyz"))
    left = ["".join(row) for row in letters[rng.integers(0, 26, (200, 12))]]
    right = [one[: rng.integers(6, 12)] + " paid" for one in left]
    memos = Memos(pa.array(left), pa.array(right))
    rows = np.arange(200)
    _, share = memos.shared(rows, rows)
    assert memos.may_agree(rows, rows)[share >= 0.5].all()


def test_an_empty_memo_is_silent():
    memos, _, _ = compared("", "arben")
    assert memos.silent(np.array([0]), np.array([0])).all()
    assert not memos.silent(np.array([1]), np.array([1])).any()
