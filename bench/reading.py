"""Reading reports: names of people, organisations and places, and what is read out of a text.

Figures (JSON, last on stdout), by section: `ner` (ner_f1 by language, without diacritics, in small
letters, in capitals, tokens_per_s, model_mb; Bulgarian and English by rule), `frames` (fee_recall,
route_recall, fee_precision by language, span validity, throughput).
`--iob2 FILE --lang CODE` measures names on any other file in IOB2 columns instead.
`--rivals` runs spaCy's small English model on the same files, in an environment of its own.
"""

import argparse
import importlib
import json
import sys
import time
from pathlib import Path

from _rivals.environment import PLACE

SECTIONS = {"ner": "_ner", "frames": "_frames"}
"""Sections and the modules beside this one that hold them."""


def measure(chosen: list[str], data: Path, options: argparse.Namespace) -> dict[str, object]:
    """The figures of the sections; a section that fails is named and the others go on."""
    answer: dict[str, object] = {}
    seconds: dict[str, float] = {}
    failed: dict[str, str] = {}
    for section in chosen:
        print(f"  {section}", file=sys.stderr)
        begin = time.perf_counter()
        try:
            answer |= importlib.import_module(SECTIONS[section]).run(data, options)
        except Exception as error:  # noqa: BLE001 - one section must not take the others with it
            failed[section] = f"{type(error).__name__}: {error}"
            print(f"  {section} failed: {failed[section]}", file=sys.stderr)
        seconds[section] = round(time.perf_counter() - begin, 1)
    answer["seconds"] = seconds
    if failed:
        answer["failed"] = failed
    return answer


def main() -> int:
    """Measure and print one JSON document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--only", nargs="+", choices=sorted(SECTIONS), default=list(SECTIONS))
    parser.add_argument("--iob2", type=Path, help="a file of annotated words instead")
    parser.add_argument("--lang", help="its language: sr, hr, bs, cnr, bg, mk, sq or en")
    parser.add_argument("--rivals", action="store_true")
    parser.add_argument("--environments", type=Path, default=PLACE, help="rivals' are kept here")
    parser.add_argument("--limit", type=int, default=1800, help="seconds for a step of a rival")
    given = parser.parse_args()
    if bool(given.iob2) != bool(given.lang):
        parser.error("--iob2 and --lang go together")
    answer = measure(["ner"] if given.iob2 else given.only, given.data, given)
    print(json.dumps(answer, ensure_ascii=False))
    return 1 if "failed" in answer else 0


if __name__ == "__main__":
    sys.exit(main())
