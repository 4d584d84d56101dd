"""Drawings about business: what fees are, what a launch earns, and who pays whom."""

from headwater.draw.business.fees import Price, draw_fees
from headwater.draw.business.flows import Flow, Settled
from headwater.draw.business.sankey import draw_sankey
from headwater.draw.business.scales import in_letters, round_marks
from headwater.draw.business.told import economics_told, fees_told, money_told
from headwater.draw.business.waterfall import Books, Step, draw_waterfall

__all__ = [
    "Books",
    "Flow",
    "Price",
    "Settled",
    "Step",
    "draw_fees",
    "draw_sankey",
    "draw_waterfall",
    "economics_told",
    "fees_told",
    "in_letters",
    "money_told",
    "round_marks",
]
