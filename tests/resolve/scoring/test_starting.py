"""What is known before any data."""

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


def test_the_shipped_model_says_what_it_was_fitted_on():
    assert "invented people" in shipped_model().header["data"]
    assert "development" in shipped_model().header["seeds"]
