"""Answers: the people of a world, who is who among them, and how right a clustering is."""

# mypy: ignore-errors
# Imported by scripts that run in environments of their own, from the folder they stand in.

import csv
from collections import Counter
from pathlib import Path


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def truth(folder: Path) -> dict[str, str]:
    """The person of every record."""
    return {row["id"]: row["person"] for row in rows(folder / "truth.csv")}


def score(cluster: dict[str, str], true: dict[str, str]) -> dict[str, float]:
    """Precision, recall and F1 over pairs of records."""
    both = _together(Counter((cluster[one], true[one]) for one in true))
    said, there = (_together(Counter(held.values())) for held in (cluster, true))
    precision, recall = both / max(said, 1), both / max(there, 1)
    return {
        "cluster_f1": round(2 * both / max(said + there, 1), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
    }


def best(by_threshold: dict[float, dict[str, float]], seconds: float) -> dict[str, object]:
    """The best threshold in hindsight, and all of them."""
    threshold = max(by_threshold, key=lambda one: by_threshold[one]["cluster_f1"])
    return {
        **by_threshold[threshold],
        "threshold": threshold,
        "threshold_chosen": "on the truth of this world, as no user could",
        "f1_by_threshold": {str(t): one["cluster_f1"] for t, one in by_threshold.items()},
        "seconds": round(seconds, 1),
    }


def _together(sizes: Counter) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())
