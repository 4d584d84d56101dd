"""What would have been: a treated series foretold from its past and from series left alone."""

from headwater.series.counterfactual.days import within_periods
from headwater.series.counterfactual.effect import (
    LEVEL,
    Before,
    Change,
    Counterfactual,
    Design,
    counterfactual,
    longest_window,
    most_left_out,
    without_each,
)
from headwater.series.counterfactual.placebos import Placebos
from headwater.series.counterfactual.power import Power, power, power_without_each

__all__ = [
    "LEVEL",
    "Before",
    "Change",
    "Counterfactual",
    "Design",
    "Placebos",
    "Power",
    "counterfactual",
    "longest_window",
    "most_left_out",
    "power",
    "power_without_each",
    "within_periods",
    "without_each",
]
