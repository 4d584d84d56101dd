"""A model's text, read back."""

import pytest

from headwater.model import Refused
from headwater.resolve.scoring import read_model, shipped_model, starting_model


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
