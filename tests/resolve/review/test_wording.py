"""Words for comparison and words for people."""

import pytest

from headwater.resolve.review.wording import Said, fold, mark_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ђорђе Јовановић", "Djordje Jovanovic"),
        ("Đorđe", "dorde"),
        ("Љубица Џакић", "Ljubica  DZAKIC"),
        ("Цветан Шекеров", "Tsvetan Shekerov"),
        ("Ѓорѓи Ќосев", "Gjorgji Kjosev"),
        ("Йордан", "Yordan"),
    ],
)
def test_spellings_in_two_scripts_are_one(one, other):
    assert fold(one) == fold(other)


def test_different_names_stay_different():
    assert len({fold(name) for name in ("Goran Perić", "Zoran Perić", "Goran Petrić")}) == 3


def test_the_words_of_whoever_is_named_as_saying_so_stand_before_it():
    assert mark_of(Said("Fee", "amountLow", "9")) == ""
    assert mark_of(Said("Fee", "amountLow", "9", "alleged")) == "[alleged] "
    put = Said("Fee", "amountLow", "9", "alleged", "a relative")
    assert mark_of(put) == "[alleged, according to “a relative”] "
