"""Which report to grade or task next: the one whose truth, once known, changes the choice most.

Source: Howard 1966 (value of information).
"""

import re
import time
from typing import Any

import numpy as np

from headwater.analysis.organisers.evidence import Flags
from headwater.analysis.organisers.robust.beliefs import Reading
from headwater.analysis.organisers.robust.deciding import without_effectless
from headwater.graph import Nodes
from headwater.graph.worlds import Choice, choose, draw_worlds, left_in

_ASKED = 24  # items, those with most in doubt
_TOLD = 5
MOST_WORLDS = 100
"""So many worlds at most are drawn for each answer to each question."""


def worth_knowing(
    reading: Reading,
    chosen: Nodes,
    masks: tuple[Flags, Flags],
    draws: tuple[int, int, int],
    until: float,
) -> list[dict[str, Any]]:
    """Items by how many pairs fewer are expected to be left once it is known if they are right.

    Args:
        reading: How the lines are read.
        chosen: The choice made without knowing.
        masks: Who may be chosen, and who is gone.
        draws: How many worlds are drawn for each answer, their seed, and how many people may be
            chosen once it is known.
        until: No further item is looked at after this time of `time.perf_counter`.
    """
    told = []
    for unit in _in_doubt(reading):
        if time.perf_counter() >= until:
            break
        told.append(_worth(reading, unit, chosen, masks, draws))
    gaining = [one for one in told if one["gain"] > 0]
    return sorted(gaining, key=lambda one: (-one["gain"], one["item"]))[:_TOLD]


def _in_doubt(reading: Reading) -> list[int]:
    """Items by how much doubt they hold: the sum of chance x (1 - chance) over their lines."""
    doubt = np.bincount(reading.ties.unit, weights=reading.chance * (1 - reading.chance))
    order = np.argsort(-doubt, kind="stable")[:_ASKED]
    return [int(unit) for unit in order if doubt[unit] > 1e-12]


def _worth(
    reading: Reading,
    unit: int,
    chosen: Nodes,
    masks: tuple[Flags, Flags],
    draws: tuple[int, int, int],
) -> dict[str, Any]:
    lines = reading.ties.unit == unit
    chance = float(reading.chance[lines].mean())
    gain, told = 0.0, {}
    for right, share in ((True, chance), (False, 1 - chance)):
        belief = reading.if_item(unit, right=right)
        worlds = draw_worlds([belief], worlds=draws[0], seed=draws[1], gone=masks[1])
        now = float(left_in(worlds, chosen).mean())
        choice = Choice(worlds, draws[2], masks[0])
        value, other = choose(choice, starts=[chosen], tries=0, until=np.inf)[0]
        gain += share * max(0.0, now - value)
        told[right] = without_effectless(worlds, other, belief)
    ids = reading.evidence.ids
    first = reading.ties.statement[lines].tolist()[0]
    return {
        "item": re.sub(r"\.\d+$", "", first),
        "grade": reading.evidence.grade_words[int(reading.ties.grade[lines][0])],
        "ties": int(np.unique(_pairs(reading, lines)).size),
        "gain": round(gain, 2),
        "if_right": [ids[one] for one in told[True].tolist()],
        "if_wrong": [ids[one] for one in told[False].tolist()],
        "changed": int(np.setdiff1d(told[True], told[False]).size),
    }


def _pairs(reading: Reading, lines: Flags) -> Nodes:
    low = np.minimum(reading.ties.person[lines], reading.ties.other[lines])
    high = np.maximum(reading.ties.person[lines], reading.ties.other[lines])
    pairs: Nodes = low * len(reading.evidence.ids) + high
    return pairs
