"""Impact: whether an operation did it, held against worlds in which that is known.

Figures (JSON, last on stdout), by section: `effect` (type1, power, coverage95, frontex, effect_s,
effect_with_placebos_s), `sequential` (anytime_type1, weeks_to_detect). What each means stands in
its module.
"""

import sys

from _sections import command_line, measure, printed

SECTIONS = {"effect": "_effect", "sequential": "_sequential"}
"""Sections and the modules beside this one that hold them."""


def main() -> int:
    """Measure and print one JSON document."""
    given = command_line(__doc__, SECTIONS).parse_args()
    return printed(measure(SECTIONS, given.only, given.data, given))


if __name__ == "__main__":
    sys.exit(main())
