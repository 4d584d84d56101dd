"""Business: fees, economics and where pressure costs the trade most.

Figures (JSON, last on stdout), by section; what each means stands in its module.
`--data DIR` (default: ../shared/data) is where public test data lie.
"""

import argparse
import sys

from _sections import command_line, measure, printed

SECTIONS = {"fees": "_fees", "economics": "_economics", "settlements": "_settlements"}
"""Sections and the modules beside this one that hold them."""


def main() -> int:
    """Measure and print one JSON document."""
    parser = command_line(__doc__, SECTIONS)
    parser.add_argument(
        "--fees-through-node", action="store_true", help="read the world's reports themselves"
    )
    parser.add_argument("--fee-scale", choices=("small", "medium", "large"), help="of the world")
    given: argparse.Namespace = parser.parse_args()
    return printed(measure(SECTIONS, given.only, given.data, given))


if __name__ == "__main__":
    sys.exit(main())
