import numpy as np
import pytest

from headwater.resolve.linkage.compared import Compared
from headwater.resolve.linkage.evidence import Evidence
from headwater.resolve.linkage.scale import Scale
from tests.resolve.linkage.worlds import FakeModel, person


class TwoFields(FakeModel):
    """Two fields; not a number where a record lacks one."""

    fields = np.array([[9.0, np.nan], [np.nan, 9.0]])

    def weigh_pairs(self, records, pairs):
        return np.nansum(self.fields, axis=1)[: len(pairs)]

    def weigh_fields(self, records, pairs):
        return self.fields[: len(pairs)]


def held(model, company=None):
    records = [person(name) for name in ("a", "b", "c")]
    compared = Compared(records, model, Scale(model, records))
    pairs = np.array([(0, 2), (1, 2)])
    compared.take(pairs, model.weigh_pairs(records, pairs))
    return Evidence(compared, model, Scale(model, records), company)


def test_a_cluster_is_better_known_than_its_members_which_fill_in_different_fields():
    evidence = held(TwoFields({}))
    one, other, both = (evidence.across(rows, len(rows)) for rows in ([0], [1], [0, 1]))
    assert one == pytest.approx(other)
    assert both == pytest.approx(one + 9.0)


def test_a_pair_that_was_never_compared_speaks_against():
    evidence = held(TwoFields({}))
    assert evidence.across([0], 2) < evidence.across([0], 1)


def test_company_is_the_mean_over_the_pairs_of_which_it_is_known():
    evidence = held(TwoFields({}), np.array([3.0, np.nan]))
    assert evidence.company([0, 1]) == 3.0
    assert evidence.company([1]) == 0.0
    assert held(TwoFields({})).company([0]) == 0.0
