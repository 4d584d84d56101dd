import numpy as np

from headwater.resolve.linkage.company import Company, neighbourhoods
from headwater.resolve.linkage.reliability import CAP, MET_AT_MOST, worth
from headwater.resolve.records import Tie
from tests.resolve.linkage.worlds import person


def test_the_worth_of_company_is_estimated_without_labels_and_never_falls_as_walks_meet_oftener():
    ties = [Tie(f"p{n}", "contact", f"+{n // 2}") for n in range(400)]
    records = [person(f"p{n}") for n in range(402)]
    held = Company(neighbourhoods(records, ties), range(402))
    likely = [(n, n + 1) for n in range(0, 400, 2)]
    unlikely = [(n, n + 3) for n in range(0, 390, 2)]
    odds = np.array([12.0] * len(likely) + [-12.0] * len(unlikely) + [3.0])
    found = worth(held, np.array([*likely, *unlikely, (0, 401)]), odds)
    levels = [bits for word, bits in found.levels if word != "met"]
    assert levels == sorted(levels)
    assert found.pairs[0] > 2
    assert found.pairs[-2] < -2
    assert np.isnan(found.pairs[-1])
    assert max(levels) <= CAP


def test_to_have_met_always_speaks_against():
    ties = [Tie("p0", "contact", "p1")]
    held = Company(neighbourhoods([person("p0"), person("p1")], ties), range(2))
    assert worth(held, np.array([(0, 1)]), np.array([20.0])).pairs[0] <= MET_AT_MOST
