"""Organisers: which few removals matter, in what order, how sure we are, and who runs it.

Figures (JSON, last on stdout), by section: `removal_exact` (proved_share, max_s,
topk_betweenness_ratio), `critical_node` (best-known values reached), `arrest_order`
(arrest_order_auc, set size), `regret` (under missing and false ties), `betweenness` (at size),
`leaders` (leader_auc, leader_r_precision, calibration, safeguards). What each means stands in its
module.
`--rivals` runs the public programs on the same networks, in environments of their own.
`--all` adds the largest critical-node instances, which take far longer.
"""

import argparse
import json
import sys
from pathlib import Path

from _rivals.environment import PLACE
from _sections import measure

SECTIONS = {
    "removal_exact": "_removal_exact",
    "critical_node": "_critical_node",
    "arrest_order": "_arrest_order",
    "regret": "_regret",
    "betweenness": "_betweenness",
    "leaders": "_leaders",
}
"""Sections and the modules beside this one that hold them."""


def main() -> int:
    """Measure and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--only", nargs="+", choices=sorted(SECTIONS), default=list(SECTIONS))
    parser.add_argument("--networks", nargs="+", help="only these networks; empty: all")
    parser.add_argument("--all", action="store_true", help="with the largest instances")
    parser.add_argument("--quick", action="store_true", help="fewer draws, to see that it runs")
    parser.add_argument("--seconds", type=float, help="for each critical-node instance")
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
