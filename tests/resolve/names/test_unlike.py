"""Words that sound unlike are known without their letters, and never speak for one name."""

import pytest

from headwater.exercise.identities import identities
from headwater.resolve.names import read_name
from headwater.resolve.names.assignment import spans
from headwater.resolve.names.unlike import unlike, unlike_joined
from headwater.resolve.names.word_bits import one_script, word_bits


def token(text):
    return next(t for t in read_name(text).tokens if t.role not in ("particle", "title"))


@pytest.mark.parametrize(
    ("left", "right"),
    [("Karim", "كريم"), ("Зоран", "Zoran"), ("Alkhatib", "خطيب"), ("Dzheyms", "Џејмс")],
)
def test_two_spellings_of_one_name_are_not_unlike(left, right):
    assert not unlike(token(left), token(right))


def test_names_that_sound_unlike_are():
    assert unlike(token("Petrović"), token("Сулейман"))


def test_words_that_a_list_knows_as_one_name_are_not_unlike_whatever_they_sound_like():
    assert not unlike(token("Aleksandar"), token("Саша"))


def test_of_invented_people_no_two_unlike_words_speak_for_one_name():
    words = {t for one in identities(5, 200).records for t in read_name(one.name).tokens}
    words = sorted(t for t in words if t.role == "name")[::3]
    met = [(a, b) for a in words for b in words if a < b and not one_script(a, b) and unlike(a, b)]
    assert len(met) > 300
    assert all(word_bits(a, b) <= 0 for a, b in met[::5])


def joined(text):
    (whole,) = [span for span in spans(read_name(text))[1] if span.words == len(text.split())]
    return whole


def test_a_name_written_as_two_words_is_not_unlike_the_same_written_as_one():
    whole = joined("Nur Eddin")
    assert not unlike_joined(token("نورالدين"), whole.token, whole.parts)


def test_several_words_that_sound_unlike_together_need_no_skeleton_of_their_own():
    whole = joined("Zoran Petrović")
    assert len(whole.parts) == 2
    assert unlike_joined(token("Сулейман"), whole.token, whole.parts)
    assert unlike(token("Сулейман"), whole.token)
