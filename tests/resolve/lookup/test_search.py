"""Who is found under the keys of a person, and in which order."""

from headwater.resolve.candidates import key_hash
from headwater.resolve.lookup.search import MOST_NAMESAKES, MOST_UNDER_KEY, Search
from headwater.store import IndexEntry

PRIOR = -17.0


def fill(store, **keys):
    """One entry for each name, numbered from 1, under the given keys."""
    store.put_in_index(
        [IndexEntry(name, tuple(map(key_hash, some))) for name, some in keys.items()]
    )


def test_who_shares_more_and_rarer_keys_comes_first(store):
    fill(store, a=["n:A|B"], b=["n:A|B", "p:1"], c=["p:1"], d=["n:X|Y"])
    assert Search(store, PRIOR).found(["n:A|B", "p:1"], 0) == [2, 1, 3]


def test_nobody_is_compared_with_himself(store):
    fill(store, a=["n:A|B"], b=["n:A|B"])
    assert Search(store, PRIOR).found(["n:A|B"], 1) == [2]


def test_who_shares_only_what_many_share_is_not_worth_a_comparison(store):
    crowd = {f"e{n}": ["n:A|B"] for n in range(40)}
    fill(store, **crowd, z=["n:A|B", "p:1"])
    assert Search(store, PRIOR).found(["n:A|B", "p:1"], 0) == [41]


def test_a_key_that_everybody_has_finds_nobody_by_itself(store):
    crowd = {f"e{n}": ["n:A|B"] for n in range(MOST_UNDER_KEY + 5)}
    fill(store, z=["n:A|B", "p:1"], **crowd)
    assert Search(store, PRIOR).found(["n:A|B"], 0) == []
    assert Search(store, PRIOR).found(["n:A|B", "p:1"], 0) == [1]


def test_of_many_who_share_nothing_but_their_names_the_oldest_few_are_compared(store):
    three_words = ["n:A|B", "n:A|C", "n:B|C"]
    crowd = {f"e{n}": three_words for n in range(30)}
    fill(store, **crowd, z=[*three_words, "p:1"])
    assert Search(store, PRIOR).found(three_words, 0) == list(range(1, MOST_NAMESAKES + 1))
    assert Search(store, PRIOR).found([*three_words, "p:1"], 0) == [
        31,
        *range(1, MOST_NAMESAKES + 1),
    ]


def test_two_who_have_the_same_keys_find_each_other_and_not_themselves(store):
    keys = ["n:A|B", "p:1"]
    fill(store, a=keys, b=keys, c=["p:1"])
    search = Search(store, PRIOR)
    assert [search.found(keys, number) for number in (1, 2, 0)] == [[2, 3], [1, 3], [1, 2, 3]]


def test_who_was_searched_before_changes_nothing_of_whom_one_of_many_namesakes_finds(store):
    keys = ["n:A|B", "n:A|C", "n:B|C"]
    fill(store, **{f"e{n}": keys for n in range(30)})
    search = Search(store, PRIOR)
    for number in range(1, 31):
        others = [one for one in range(1, MOST_NAMESAKES + 2) if one != number]
        assert search.found(keys, number) == others[:MOST_NAMESAKES]
