import numpy as np

from headwater.picture.independence.copying import shipped_weights, weighed
from headwater.picture.independence.evidence import FULL, QUICK


def row(**values):
    return np.array([[values.get(name.replace(" ", "_"), 0.0) for name in FULL]])


def test_the_shipped_weights_fit_the_evidence():
    weights = shipped_weights()
    assert weights.quick.size == len(QUICK) + 1
    assert weights.product.shape == (len(FULL), len(FULL))
    assert np.all(weights.high >= weights.low)


def test_evidence_beyond_what_was_seen_counts_as_its_border():
    weights = shipped_weights()
    assert weighed(row(bits=1e6), weights) == weighed(row(bits=weights.high[0]), weights)
