"""Statistics of counts over time: periods, shifts, effects. It knows no routes; pure."""

from headwater.series.calendar import A_YEAR, Step, first_day, last_day, name_of, number_of, step_of
from headwater.series.change import Alarm, Watch, alarms
from headwater.series.effect import Effect, effect
from headwater.series.parts import Count, Part, Whole, usual_parts, whole_of
from headwater.series.releases import Known, as_known

__all__ = [
    "A_YEAR",
    "Alarm",
    "Count",
    "Effect",
    "Known",
    "Part",
    "Step",
    "Watch",
    "Whole",
    "alarms",
    "as_known",
    "effect",
    "first_day",
    "last_day",
    "name_of",
    "number_of",
    "step_of",
    "usual_parts",
    "whole_of",
]
