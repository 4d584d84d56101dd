"""Reading reports: names of people, organisations and places, and what is read out of a text.

Figures (JSON, last on stdout), by section: `ner` (ner_f1 by language, without diacritics, in small
letters, in capitals, tokens_per_s, model_mb; Bulgarian and English by rule), `frames` (fee_recall,
route_recall, fee_precision by language, span validity, throughput).
`--iob2 FILE --lang CODE` measures names on any other file in IOB2 columns instead.
`--rivals` runs spaCy's small English model on the same files, in an environment of its own.
"""

import sys
from pathlib import Path

from _frames import REPORTS
from _sections import command_line, measure, printed

SECTIONS = {"ner": "_ner", "frames": "_frames"}
"""Sections and the modules beside this one that hold them."""


def main() -> int:
    """Measure and print one JSON document."""
    parser = command_line(__doc__, SECTIONS)
    parser.set_defaults(seed=None)
    parser.add_argument("--iob2", type=Path, help="a file of annotated words instead")
    parser.add_argument("--lang", help="its language: sr, hr, bs, cnr, bg, mk, sq or en")
    parser.add_argument("--frames-reports", type=int, default=REPORTS, help="0 for all")
    parser.add_argument("--frames-scale", default="medium")
    parser.add_argument("--frames-misses", type=Path, help="write what was missed to this file")
    given = parser.parse_args()
    if bool(given.iob2) != bool(given.lang):
        parser.error("--iob2 and --lang go together")
    chosen = ["ner"] if given.iob2 else given.only
    return printed(measure(SECTIONS, chosen, given.data, given))


if __name__ == "__main__":
    sys.exit(main())
