import numpy as np

from headwater.analysis import METHODS
from headwater.analysis.routes.flow.counts import counted
from headwater.analysis.routes.flow.estimating import estimate
from tests.analysis.routes.flow.fixtures import chain, monthly, picture_of


def test_who_was_counted_is_there_and_who_was_missed_comes_on_top():
    settled = METHODS["routes.flow"].method.settle({"counted_share": "0.5", "draws": 40})
    flows = estimate(counted(picture_of(chain("A", "B"), monthly("A > B", [80])), settled), settled)
    people = flows.people[:, 0, 0]
    assert people.min() >= 80
    assert 140 < np.median(people) < 180
    assert flows.width.shape == flows.prior_width.shape == (1, 1)
