"""Routes: the legs, flows on those nobody watched, and shifts called early without crying wolf.

Figures (JSON, last on stdout), by section: `map` (leg_precision, leg_recall, map_s), `flow`
(flow_coverage), `shift` (alarm_fdr, alarm_delay, displacement_error, frontex). What each means
stands in its module.
`--rivals` runs change-point programs on the same series, in an environment of their own.
"""

import sys

from _sections import command_line, measure, printed

SECTIONS = {"flow": "_flow", "map": "_map", "shift": "_shift"}
"""Sections and the modules beside this one that hold them."""


def main() -> int:
    """Measure and print one JSON document."""
    given = command_line(__doc__, SECTIONS).parse_args()
    return printed(measure(SECTIONS, given.only, given.data, given))


if __name__ == "__main__":
    sys.exit(main())
