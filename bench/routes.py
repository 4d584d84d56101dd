"""Routes: shifts called early without crying wolf, and where traffic went.

Figures (JSON, last on stdout), by section: `map` (leg_precision, leg_recall,
map_s), `shift` (alarm_fdr, alarm_delay, displacement_error,
frontex). What each means stands in its module.
`--rivals` runs change-point programs on the same series, in an environment of their own.
"""

import argparse
import json
import sys
from pathlib import Path

from _rivals.environment import PLACE
from _sections import measure

SECTIONS = {"map": "_map", "shift": "_shift"}
"""Sections and the modules beside this one that hold them."""


def main() -> int:
    """Measure and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--only", nargs="+", choices=sorted(SECTIONS), default=list(SECTIONS))
    parser.add_argument("--quick", action="store_true", help="fewer worlds, to see that it runs")
    parser.add_argument("--seed", type=int, default=0, help="of draws and worlds")
    parser.add_argument("--rivals", action="store_true")
    parser.add_argument("--environments", type=Path, default=PLACE, help="rivals' are kept here")
    parser.add_argument("--limit", type=int, default=1800, help="seconds for a step of a rival")
    given = parser.parse_args()
    answer = measure(SECTIONS, given.only, given.data, given)
    print(json.dumps(answer, ensure_ascii=False))
    return 1 if "failed" in answer else 0


if __name__ == "__main__":
    sys.exit(main())
