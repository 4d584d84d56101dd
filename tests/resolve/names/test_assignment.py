"""Words of two names find each other in any order; what is left over counts as it should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.names import STRONG, assign, name_bits, read_name
from headwater.resolve.names.assignment import RELATIVES

PARTS = ["Dragan", "Salim", "Testović", "Deneme", "كريم", "Зоран", "Abdul", "al", "J.", "Haji"]


def bits(left, right):
    return name_bits(read_name(left), read_name(right))


def test_order_changes_nothing():
    assert bits("Dragan Testović", "TESTOVIĆ Dragan") == bits("Dragan Testović", "Dragan Testović")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("DraganTestovic", "Dragan Testovic"),
        ("Dragantestovic", "Dragan Testovic"),
        ("Dragan Test ovic", "Dragan Testovic"),
        ("Salah al-Din Tajribi", "Salahuddin Tajribi"),
        ("Abdul Hadi Tajribi", "Abdulhadi Tajribi"),
        ("Hadi Tajribi, Abdul", "Abdul Hadi Tajribi"),
        ("Dragan Dragan Testovic", "Dragan Testovic"),
    ],
)
def test_words_joined_split_or_repeated_are_found(left, right):
    assert bits(left, right) > 15


def test_a_missing_middle_name_costs_little():
    whole = bits("Dragan Salim Testovic", "Dragan Salim Testovic")
    missing = bits("Dragan Testovic", "Dragan Salim Testovic")
    assert bits("Dragan Testovic", "Dragan Testovic") - 2 <= missing < whole


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Dragan Testovic", "Salim Testovic"),
        ("Salim Dragan Testovic", "Bojan Dragan Testovic"),
        ("Ivan Petrovich Testov", "Ivan Sergeevich Testov"),
        ("Dragan A. Testovic", "Dragan B. Testovic"),
    ],
)
def test_relatives_are_no_evidence_however_much_they_share(left, right):
    assert bits(left, right) < RELATIVES - 8


def test_one_shared_word_is_weak_where_there_is_more_to_share():
    assert bits("Testovic", "Dragan Testovic") < bits("Testovic", "Testovic") - 3


@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=5),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=5),
)
def test_the_two_names_may_change_places(left, right):
    one, other = read_name(" ".join(left)), read_name(" ".join(right))
    assert name_bits(one, other) == pytest.approx(name_bits(other, one))


@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=5),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=5),
)
def test_no_word_stands_for_two(left, right):
    one, other = read_name(" ".join(left)), read_name(" ".join(right))
    found = assign(one, other)
    ours = [p.left.mask for p in (*found.pairs, *found.against)]
    theirs = [p.right.mask for p in (*found.pairs, *found.against)]
    ours += [span.mask for span in found.left_only]
    theirs += [span.mask for span in found.right_only]
    for masks in (ours, theirs):
        union = 0
        for mask in masks:
            assert not union & mask
            union |= mask


@pytest.mark.parametrize("son", ["Ali Hasan Omar", "علي حسن عمر", "Ali Hasan Omar al-Tikriti"])
def test_a_father_with_his_whole_chain_is_not_his_son(son):
    father = " ".join(son.split()[1:])
    assert 0 < assign(read_name(son), read_name(father)).bits < STRONG


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Sergey Viktorovich Lavrov", "Sergey Lavrov"),
        ("Ali Hasan Omar", "Ali Hasan"),
        ("Ali Hasan Omar", "Ali Omar"),
    ],
)
def test_a_missing_name_further_back_costs_little(full, short):
    assert assign(read_name(full), read_name(short)).bits > STRONG
