"""Economics: how long the draws take, and whether the books and the market stand where studies do.

A section of `bench/business.py`. Most of it reads nothing but the figures that are shipped; for the
first two a world is written, and the fees, boats and people that its reports state are given as a
plain file, as in `_fees.py`.

- `income_within`: share of the ways of boats whose true income of a launch (people aboard times
  fee, mean of all launches in the truth) lies between the 5 and 95 % of the books; in a world all
  pay
- `income_error`: how far the median of the books lies from it; median of the ways. `income_ways`
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
import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory
from typing import Any

from _fees import TEST, facts_of, rows_of

from headwater.analysis import run as analyse
from headwater.exercise import Scale, write_world
from headwater.picture import Picture, from_plain_files

LEGS = "from,to,mode,report\nGravelines,Dover,boat,a\nGhent,Harwich,lorry,b\n"
DRAWS = 10_000


def run(data: Path, options: argparse.Namespace) -> dict[str, object]:
    """Figures of the draws and of the signs.

    Args:
        data: Folder of the test data; nothing is read from it.
        options: `seed` and `quick`, each of which may be missing.
    """
    del data
    seed = vars(options).get("seed") or 0
    with TemporaryDirectory() as folder:
        legs = Path(folder) / "legs.csv"
        legs.write_text(LEGS, encoding="utf-8")
        picture = from_plain_files(legs=legs)
    size: Scale = "small" if vars(options).get("quick") else "medium"
    return _incomes(seed or TEST, size) | _books(picture, seed) | _market(picture, seed)


def _incomes(seed: int, scale: Scale) -> dict[str, object]:
    """The books of each way of boats beside what its launches truly took."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_world(root / "reports", root / "truth", seed, scale)
        _write_told(root / "truth", root / "told.csv")
        picture = from_plain_files(legs=root / "told.csv")
        truth = _taken(root / "truth")
    asked = {"values": "launch.paying=1"}
    errors, within = [], []
    for (start, end), income in sorted(truth.items()):
        finding = analyse(picture, "business.economics", asked | {"leg": f"{start} > {end}"})
        rows = {row["id"]: row for row in finding.rows}
        if "launch|income" in rows:
            row = rows["launch|income"]
            within.append(row["q05"] <= income <= row["q95"])
            errors.append(abs(row["median"] - income) / income)
    if not within:
        return {"income_ways": 0}
    return {
        "income_within": round(fmean(within), 3),
        "income_error": round(median(errors), 3),
        "income_ways": len(within),
    }


def _taken(truth: Path) -> dict[tuple[str, str], float]:
    """What a launch of each way takes on average, euros; ways paid in pounds are left out."""
    legs = {row["id"]: (row["from"], row["to"]) for row in rows_of(truth / "legs.csv")}
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for row in rows_of(truth / "launches.csv"):
        if row["currency"] == "EUR":
            found[legs[row["leg"]]].append(float(row["persons"]) * float(row["fee"]))
    return {way: fmean(incomes) for way, incomes in found.items()}


def _write_told(truth: Path, file: Path) -> None:
    """The fees, means and people that text reports state of legs, as a plain file."""
    stories = {row["report"]: row["story"] for row in rows_of(truth / "derivations.csv")}
    columns = ["from", "to", "mode", "persons", "fee_min", "fee_max", "currency", "fee_basis"]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([*columns, "report"])
        for fact in facts_of(truth):
            if {"p", "q"} <= fact.keys() and fact["modality"] == "done":
                currency, span, basis = fact["fee"].split() if "fee" in fact else ("", "", "")
                low, _, high = span.partition("-")
                people = fact.get("n", "") if "role" in fact and fact.get("mode") == "boat" else ""
                leg = (fact["p"], fact["q"], fact.get("mode", ""), people)
                paid = (low, high or low, currency, basis)
                writer.writerow((*leg, *paid, stories[fact["report"]]))


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
