"""Organisers: which few removals matter, in what order, how sure we are, and who runs it.

Figures (JSON, last on stdout), by section: `removal_exact` (proved_share, max_s,
topk_betweenness_ratio), `critical_node` (best-known values reached), `arrest_order`
(arrest_order_auc, set size), `regret` (under missing and false ties), `betweenness` (at size),
`leaders` (leader_auc, leader_r_precision, calibration, safeguards). What each means stands in its
module.
`--rivals` runs the public programs on the same networks, in environments of their own.
`--all` adds the largest critical-node instances, which take far longer.
"""

import sys

from _sections import command_line, measure, printed

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
    parser = command_line(__doc__, SECTIONS)
    parser.add_argument("--networks", nargs="+", help="only these networks; empty: all")
    parser.add_argument("--all", action="store_true", help="with the largest instances")
    parser.add_argument("--seconds", type=float, help="for each critical-node instance")
    given = parser.parse_args()
    return printed(measure(SECTIONS, given.only, given.data, given))


if __name__ == "__main__":
    sys.exit(main())
