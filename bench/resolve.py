"""Resolution of people: names across scripts, blocking, clusters, look-up, and public sets.

Figures (JSON, last on stdout), by section: `blocking` (blocking_recall), `multiscript` (pair_f1,
cluster_f1, cluster_f1_100k, cluster_f1_relational, auto_merge_precision, reliability), `public`
(FEBRL, fake_1000, historical_50k), `lookup` (lookup_p99_ms, ingest_per_s, bytes_per_record).
`--rivals` runs nomenklatura and Splink on the same files, in environments of their own.
`--quick` leaves out the clusters of 100,000 records (cluster_f1_100k) and nothing else; they take
about 8 minutes of one core (measured on a development seed).
`--people FILE --truth COLUMN` measures clusters on another table of people instead.
"""

import argparse
import importlib
import sys
from pathlib import Path
from typing import Any

from _sections import command_line, measure, printed

SECTIONS = {
    "multiscript": "_multiscript",
    "blocking": "_blocking",
    "public": "_public_sets",
    "lookup": "_lookup",
}
"""Sections and the modules beside this one that hold them."""

_SHOWS_PEOPLE = ("multiscript", "blocking")


def rivals(given: argparse.Namespace) -> dict[str, Any]:
    """What the rivals reach on the same files."""
    found: dict[str, Any] = importlib.import_module("_rivals").run(given)
    return found


def main() -> int:
    """Measure and print one JSON document."""
    parser = command_line(__doc__, SECTIONS)
    parser.set_defaults(seed=101)
    parser.add_argument("--people", type=Path, help="a table of people instead of made worlds")
    parser.add_argument("--truth", help="its column that says who is who; never compared")
    parser.add_argument("--rival-records", type=int, default=10_000, help="of the rivals' world")
    given = parser.parse_args()
    if bool(given.people) != bool(given.truth):
        parser.error("--people and --truth go together")
    chosen = [name for name in given.only if not given.people or name in _SHOWS_PEOPLE]
    answer = measure(SECTIONS, chosen, given.data, given)
    answer["rivals"] = rivals(given) if given.rivals else {"not_run": "ask with --rivals"}
    return printed(answer)


if __name__ == "__main__":
    sys.exit(main())
