import numpy as np

from headwater.picture.independence.texts import read_texts
from headwater.picture.independence.wording import Wording
from tests.picture.independence.telling import told

ONE = "Officers said yesterday that the smuggling of people over the lake had been stopped at dawn."
OTHER = "It is believed that the smuggling of people over the lake had never really ended before."


def wording(*texts):
    return Wording(read_texts(*told(*texts)[:2]))


def test_the_phrases_shown_are_the_words_of_the_first_report():
    shown = wording(ONE, OTHER).phrases(0, 1)
    assert shown == ("that the smuggling of people over the lake had",)
    assert shown[0] in ONE


def test_the_same_text_is_wholly_alike_and_another_is_not_alike_at_all():
    found = wording(ONE, ONE, "Bread prices rose again in every bakery of the town this week.")
    compared = found.compared(np.array([0, 0]), np.array([1, 2]))
    assert compared.share.tolist() == [1.0, 0.0]
    alike = found.alike(np.arange(3))
    assert list(zip(alike.earlier.tolist(), alike.later.tolist(), strict=True)) == [(0, 1)]


def test_texts_too_short_for_a_phrase_are_no_trouble():
    assert wording("Two words", "Two words").alike(np.arange(2)).later.size == 0
    assert wording().alike(np.arange(0)).later.size == 0
