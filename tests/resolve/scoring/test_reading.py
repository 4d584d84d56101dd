"""A model's text, read back."""

from dataclasses import replace

import pytest

from headwater.model import Refused
from headwater.resolve.scoring import read_model, shipped_model, starting_model
from headwater.resolve.scoring.model import Table


@pytest.mark.parametrize("model", [starting_model(), shipped_model()])
def test_a_model_comes_back_as_it_was_written(model):
    again = read_model(model.text)
    assert again == model
    assert again.digest == model.digest


@pytest.mark.parametrize(
    "harm", [lambda t: t.replace("0.", "1.", 1), lambda t: t[:200], lambda t: ""]
)
def test_a_text_that_was_changed_is_refused(harm):
    with pytest.raises(Refused, match="was not read"):
        read_model(harm(starting_model().text))


def test_a_model_of_another_version_is_refused():
    with pytest.raises(Refused):
        read_model(starting_model().text.replace("headwater scoring model\t", "something\t", 1))


def test_a_model_that_knows_other_shapes_of_names_is_refused():
    model = starting_model()
    fewer = replace(model, shapes=Table(model.shapes.same[1:], model.shapes.other[1:]))
    with pytest.raises(Refused):
        read_model(fewer.text)
