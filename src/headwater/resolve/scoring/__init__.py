"""Scoring: how much speaks for two records being one person, in bits.

The total is a prior plus what each field adds (Fellegi and Sunter 1969); a missing field adds
nothing. `fit` estimates the weights from the records themselves and from judgements.
"""

from headwater.resolve.scoring.calibration import (
    Reliability,
    lower_bound,
    reliability,
)
from headwater.resolve.scoring.evidence import STRATA
from headwater.resolve.scoring.fit import LABELLED, Trust, fit, recalibrated
from headwater.resolve.scoring.model import Model, Part, Weight
from headwater.resolve.scoring.reading import read_model
from headwater.resolve.scoring.starting import shipped_model, starting_model

__all__ = [
    "LABELLED",
    "STRATA",
    "Model",
    "Part",
    "Reliability",
    "Trust",
    "Weight",
    "fit",
    "lower_bound",
    "read_model",
    "recalibrated",
    "reliability",
    "shipped_model",
    "starting_model",
]
