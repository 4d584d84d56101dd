"""Names of one script: the checks and unit tests that nomenklatura keeps of pairs of names.

Rows about people of two groups of `entities/nomenklatura/cases.csv`; a pair counts as one name from
`STRONG` bits on, the threshold of the product itself. `rival_logic_v2_f1` is the figure of the
matcher logic-v2 as stored with the data, on the rows where its answer is stored.
"""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from headwater.resolve.names import STRONG, name_bits, read_name

_GROUPS = ("nk_checks", "nk_unit_tests")


class Case(NamedTuple):
    """A pair of names, what is true of it, and what we and the rival say."""

    left: str
    right: str
    bits: float
    one: bool
    strong: bool
    rival: str

    @property
    def said(self) -> bool:
        """Whether we take the two for one name."""
        return self.bits >= STRONG


def run(data: Path) -> dict[str, object]:
    """The figures of this section.

    Args:
        data: Folder of shared test data.
    """
    cases = _cases(data / "entities" / "nomenklatura" / "cases.csv")
    precision, recall, f1 = _f1([(case.said, case.one) for case in cases])
    rival = _f1([(case.rival == "true", case.one) for case in cases if case.rival])
    strong = [case for case in cases if case.strong]
    right = sum(case.said == case.one for case in strong)
    return {
        "name_bench_pairs": len(cases),
        "name_bench_f1": f1,
        "name_bench_precision": precision,
        "name_bench_recall": recall,
        "strong_right": f"{right}/{len(strong)}",
        "rival_logic_v2_f1": rival[2],
        "misses": [
            {
                "left": case.left,
                "right": case.right,
                "bits": round(case.bits, 1),
                "one_name": case.one,
            }
            for case in cases
            if case.said != case.one
        ],
    }


def _cases(path: Path) -> list[Case]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["schema"] == "Person" and row["case_group"] in _GROUPS
        ]
    return [
        Case(
            row["name1"],
            row["name2"],
            name_bits(read_name(row["name1"]), read_name(row["name2"])),
            row["is_match"] == "true",
            row["quality"] == "STRONG",
            row["logicv2_match"],
        )
        for row in rows
    ]


def _f1(answers: Sequence[tuple[bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of answers given beside the truth."""
    right = sum(said and true for said, true in answers)
    said = sum(said for said, _ in answers)
    true = sum(true for _, true in answers)
    scores = (right / said, right / true, 2 * right / (said + true))
    return (round(scores[0], 4), round(scores[1], 4), round(scores[2], 4))
