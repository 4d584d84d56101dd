import numpy as np

from headwater.resolve.engines import Weighed


def test_what_an_engine_found_says_which_model_it_was():
    found = Weighed(np.zeros((0, 2), int), np.zeros(0), np.zeros(0), None, "abc")
    assert found.digest == "abc"
    assert len(found.pairs) == len(found.bits) == len(found.chances)
