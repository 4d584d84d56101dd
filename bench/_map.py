"""Map: are the legs of the route map those of the world? A section of `bench/routes.py`.

A world is written, its reports are read into a node by the program's own commands, and
`routes.map` runs on it. A leg is its place pair, mode and month.

- `leg_precision`: of the legs of the map that at least two independent groups of reports tell, the
  share that were travelled; `leg_precision_all`: of all that have a mode and a month
- `leg_recall`: of the legs travelled that some text report states as done, the share found among
  them; `leg_recall_all`: found at all; `leg_recall_world`: of all legs travelled, told or not, the
  share found with two groups, and `legs_told` the share that a text report states
- `map_s`: seconds of the method alone; `map_rows`, `journeys`: rows of the map, journeys among them
"""

import argparse
import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from math import cos, hypot, radians
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from _frames import Spot, read_spots

from headwater.exercise import Scale, write_world

TEST = 101
"""Seed of the world that figures are told of; worlds of the seeds 1 to 9 are for development."""
SUPPORT = 2
HEADWATER = Path(sys.executable).with_name("headwater")
PERSON = ("--as", "bench", "--purpose", "bench", "--json")

Leg = tuple[str, str, str, str]
"""From, to, mode, month."""


def run(data: Path, options: argparse.Namespace) -> dict[str, object]:
    """Figures on the world of a seed.

    Args:
        data: Folder of the test data; nothing is read from it.
        options: `seed` and `map_scale`, each of which may be missing.
    """
    del data
    given = vars(options)
    scale: Scale = given.get("map_scale") or "medium"
    with TemporaryDirectory() as folder:
        root = Path(folder)
        write_world(root / "reports", root / "truth", given.get("seed") or TEST, scale)
        node = ("--node", str(root / "node"))
        _headwater("init", str(root / "node"), "--agency", "Bench", "--as", "bench")
        _headwater("add", str(root / "reports"), *node, *PERSON)
        return figures(root, json.loads(_headwater("analyse", "routes.map", *node, *PERSON)))


def _headwater(*words: str) -> str:
    done = subprocess.run([HEADWATER, *words], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"headwater {words[0]}: {done.stdout[-500:]}{done.stderr[-500:]}")
    return done.stdout


def figures(root: Path, finding: dict[str, Any]) -> dict[str, object]:
    """Figures of a finding on a world that lies in `reports` and `truth` below a folder."""
    truth, told = travelled(root), stated(root)
    told &= truth
    every = claims(root, finding, truth, 0)
    firm = claims(root, finding, truth, SUPPORT)
    rows = finding["rows"]
    return {
        "leg_precision": _share(firm & truth, firm),
        "leg_recall": _share(firm & told, told),
        "leg_precision_all": _share(every & truth, every),
        "leg_recall_all": _share(every & told, told),
        "leg_recall_world": _share(firm & truth, truth),
        "legs_told": _share(told, truth),
        "legs_travelled": len(truth),
        "map_s": finding["seconds"],
        "map_rows": len(rows),
        "journeys": sum(row["kind"] == "journey" for row in rows),
    }


def _share(part: set[Leg], whole: set[Leg]) -> float | None:
    return round(len(part) / len(whole), 4) if whole else None


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def travelled(root: Path) -> set[Leg]:
    """The legs that people truly travelled."""
    legs = {row["id"]: row for row in _rows(root / "truth" / "legs.csv")}
    found = set()
    for row in _rows(root / "truth" / "flows.csv"):
        if float(row["persons"]) > 0:
            leg = legs[row["leg"]]
            found.add((leg["from"], leg["to"], leg["mode"], row["date"][:7]))
    return found


def stated(root: Path) -> set[Leg]:
    """The legs that an item of a text report states as done, with mode and month."""
    events: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in _rows(root / "truth" / "report_facts.csv"):
        if row["modality"] == "done":
            slots = events.setdefault((row["report"], row["item"], row["event"]), {})
            slots[row["kind"]] = row["value"]
    return {
        (slots["p"], slots["q"], slots["mode"], slots["d"][:7])
        for slots in events.values()
        if {"p", "q", "mode", "d"} <= slots.keys()
    }


def claims(root: Path, finding: dict[str, Any], truth: set[Leg], groups: int) -> set[Leg]:
    """The legs of the map, in the names of the truth where one of its places is meant."""
    spots = read_spots(root)
    found: set[Leg] = set()
    for row in finding["rows"]:
        if row["kind"] != "leg" or not row["mode"] or row["groups"] < groups:
            continue
        starts, ends = (_meant(row, side, spots) for side in ("from", "to"))
        for month in row["months"]:
            meant = {(a, b, row["mode"], month["month"]) for a in starts for b in ends}
            found |= meant & truth or {(row["from"], row["to"], row["mode"], month["month"])}
    return found


def _meant(row: dict[str, Any], side: str, spots: dict[str, Spot]) -> list[str]:
    """The places of the truth that an end of a leg may mean."""
    if row[f"{side}_lat"] is None:
        return []
    return [
        one
        for one, spot in spots.items()
        if _km(spot, row[f"{side}_lat"], row[f"{side}_lon"]) <= spot.within_km
    ]


def _km(spot: Spot, latitude: float, longitude: float) -> float:
    north = (latitude - spot.latitude) * 111.2
    east = (longitude - spot.longitude) * 111.2 * cos(radians(spot.latitude))
    return hypot(north, east)
