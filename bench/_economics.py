"""Economics: how long the draws take, and whether the books and the market stand where studies do.

A section of `bench/business.py`; nothing is read but the figures that are shipped.

- `economics_s`: seconds of `business.economics` with 10,000 draws of a launch, a lorry run and a
  group's month, its other readings included
- `profit_of_a_launch`: median and 90 % of the draws, euros
- `check_stated_value`, `check_income`: what a boat taken in Bulgaria was said to be worth, euros,
  beside the income of a launch; `fees_that_fit` of how many claims on the fee
- `find_out_next`: the figures that carry most of the spread of the profit of each unit
- `squeeze_s`: seconds of `business.squeeze` with its other readings
- `tripled_price`, `tripled_flow`: what three times the enforcement does to prices and people,
  promised +17 to +30 % and 0 to -10 % (calibrated on one study, so this shows no more than that the
  rest of the market does not undo it)
- `general_raises_strongest`, `targeting_raises_self_employed`, `moved_elsewhere`: shares of draws
  with the sign, and of what one pressed way loses the share that goes by others
"""

import argparse
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from headwater.analysis import run as analyse
from headwater.picture import Picture, from_plain_files

LEGS = "from,to,mode,report\nGravelines,Dover,boat,a\nGhent,Harwich,lorry,b\n"
DRAWS = 10_000


def run(data: Path, options: argparse.Namespace) -> dict[str, object]:
    """Figures of the draws and of the signs.

    Args:
        data: Folder of the test data; nothing is read from it.
        options: `seed`, which may be missing.
    """
    del data
    seed = vars(options).get("seed") or 0
    with TemporaryDirectory() as folder:
        legs = Path(folder) / "legs.csv"
        legs.write_text(LEGS, encoding="utf-8")
        picture = from_plain_files(legs=legs)
    return _books(picture, seed) | _market(picture, seed)


def _books(picture: Picture, seed: int) -> dict[str, object]:
    finding = analyse(picture, "business.economics", {"draws": DRAWS, "seed": seed})
    rows = {row["id"]: row for row in finding.rows}
    check, first = finding.certificate["check"], _first(finding.certificate["find_out_next"])
    fit, unfit = len(check["fees_that_fit"]), len(check["fees_that_do_not"])
    profit = rows["launch|profit"]
    return {
        "economics_s": finding.seconds,
        "profit_of_a_launch": [round(profit[q]) for q in ("q05", "median", "q95")],
        "check_stated_value": check["in_eur"],
        "check_income": check["income_of_a_launch"],
        "fees_that_fit": f"{fit} of {fit + unfit}",
        "find_out_next": first,
    }


def _first(told: list[Mapping[str, Any]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in told:
        found.setdefault(one["unit"], f"{one['figure']} {one['share_of_variance']:.0%}")
    return found


def _market(picture: Picture, seed: int) -> dict[str, object]:
    finding = analyse(picture, "business.squeeze", {"seed": seed})
    signs = finding.certificate["known_signs"]
    return {
        "squeeze_s": finding.seconds,
        "tripled_price": signs["tripled_enforcement"]["price"],
        "tripled_flow": signs["tripled_enforcement"]["flow"],
        "general_raises_strongest": signs["general_measures_raise_profit_of_the_strongest"],
        "targeting_raises_self_employed": signs["targeting_the_strongest_raises_self_employed"],
        "moved_elsewhere": signs["one_way_tripled"]["moved_elsewhere"],
    }
