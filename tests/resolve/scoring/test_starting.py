"""What is known before any data."""

import numpy as np
import pytest

from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring import STRATA, shipped_model, starting_model
from headwater.resolve.scoring.fields import SCORED

MURAD = PersonRecord("a", {"name": ("Murad Barzani",), "birth_date": ("1980-02-03",)}, ("suspect",))
SAME = PersonRecord("b", {"name": ("مراد بارزاني",), "birth_date": ("1980-02-03",)}, ("suspect",))
SON = PersonRecord("c", {"name": ("Soran Murad Barzani",)}, ("suspect",))
HASAN = PersonRecord("d", {"name": ("Murad Hasan Barzani",)}, ("suspect",))


@pytest.mark.parametrize("model", [starting_model(), shipped_model()])
def test_a_model_knows_every_field_and_every_pair_of_scripts(model):
    assert set(model.fields) == set(SCORED)
    assert set(model.names) == set(model.calibration) == set(STRATA)


@pytest.mark.parametrize("model", [starting_model(), shipped_model()])
def test_one_man_in_two_scripts_weighs_more_than_his_son(model):
    assert model.weigh(MURAD, SAME).bits > max(0, model.weigh(MURAD, SON).bits)


def test_the_shipped_model_knows_a_son_from_a_man_with_his_fathers_name():
    shipped = shipped_model()
    assert shipped.weigh(MURAD, SON).bits + 1 < shipped.weigh(MURAD, HASAN).bits


@pytest.mark.parametrize("other", ["Mirko Petković", "Мирко Петковић"])
def test_a_near_surname_says_much_less_than_the_same(other):
    model = shipped_model().sized(2_000)
    born = {"birth_date": ("1980-02-03",)}
    one, near, same = (
        PersonRecord(id, {"name": (name,), **born}, ("suspect",))
        for id, name in (("a", "Mirko Petrović"), ("b", other), ("c", "Мирко Петровић"))
    )
    bits = model.weigh_pairs((one, near, same), np.array([[0, 1], [0, 2]]))
    assert bits[0] < bits[1] - 5


def test_the_shipped_model_says_what_it_was_fitted_on():
    assert "invented people" in shipped_model().header["data"]
    assert "development" in shipped_model().header["seeds"]
