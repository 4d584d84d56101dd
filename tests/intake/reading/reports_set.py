"""Short invented reports in many manners, with what must be read in them and what must not.

Communiqués, newspaper style, messages, notes without diacritics or in capitals. Each part of
`claims` is `Schema.property value`, as in `development_set`, or several with a bar where either
will do; `never` holds what would be wrong. What else is read is not judged. The names of persons
are invented.
"""

import csv
from pathlib import Path
from typing import NamedTuple

REPORT_DATE = "2026-05-20"


class Sample(NamedTuple):
    """One report."""

    language: str
    text: str
    claims: str
    never: str = ""


def _read() -> tuple[Sample, ...]:
    file = Path(__file__).with_suffix(".csv")
    with file.open(encoding="utf-8", newline="") as lines:
        return tuple(Sample(**row) for row in csv.DictReader(lines))


SAMPLES = _read()
