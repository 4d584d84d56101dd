"""Reading reports: names of people, organisations and places, and what is read out of a text.

Figures (JSON, last on stdout), by section: `ner` (ner_f1 by language, without diacritics, in small
letters, in capitals, tokens_per_s, model_mb; Bulgarian and English by rule), `frames` (fee_recall,
route_recall, fee_precision by language, span validity, throughput).
`--iob2 FILE --lang CODE` measures names on any other file in IOB2 columns instead.
`--rivals` runs spaCy's small English model on the same files, in an environment of its own.
"""

import argparse
import json
import sys
from pathlib import Path

from _frames import REPORTS
from _rivals.environment import PLACE
from _sections import measure

SECTIONS = {"ner": "_ner", "frames": "_frames"}
"""Sections and the modules beside this one that hold them."""


def main() -> int:
    """Measure and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--only", nargs="+", choices=sorted(SECTIONS), default=list(SECTIONS))
    parser.add_argument("--iob2", type=Path, help="a file of annotated words instead")
    parser.add_argument("--lang", help="its language: sr, hr, bs, cnr, bg, mk, sq or en")
    parser.add_argument("--seed", type=int, help="of the made world that frames are read in")
    parser.add_argument("--frames-reports", type=int, default=REPORTS, help="0 for all")
    parser.add_argument("--frames-scale", default="medium")
    parser.add_argument("--frames-misses", type=Path, help="write what was missed to this file")
    parser.add_argument("--rivals", action="store_true")
    parser.add_argument("--environments", type=Path, default=PLACE, help="rivals' are kept here")
    parser.add_argument("--limit", type=int, default=1800, help="seconds for a step of a rival")
    given = parser.parse_args()
    if bool(given.iob2) != bool(given.lang):
        parser.error("--iob2 and --lang go together")
    answer = measure(SECTIONS, ["ner"] if given.iob2 else given.only, given.data, given)
    print(json.dumps(answer, ensure_ascii=False))
    return 1 if "failed" in answer else 0


if __name__ == "__main__":
    sys.exit(main())
