"""Which movements of money belong together, on the public set of transactions, without its truth.

The truth column is dropped before anything is matched. For development one half of the movements
was looked at, chosen by a digest of the truth's number (`_developed`); the other half was not.
Figures:
- `settlement_f1`, `_precision`, `_recall`: pairs given back against all true pairs, everything as
  by default; the same for the half that development never saw (`settlement_f1_unseen`), and by
  steps of probability how many of the pairs are right (`settlement_reliability`).
- `settlement_harder`: the unseen half made harder with a seed: a third of either side missing, one
  in ten paid out in another currency at an unknown rate, one in twenty in two or three parts.
- `settlement_seconds`: time for the whole set. `--quick` leaves out the harder one.
`--rivals`: Splink 5 with the settings of its own example for this set, on the same files.
"""

import argparse
import hashlib
import tempfile
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from _rivals.environment import NotRun, figures, python_with

from headwater.analysis.business.money.settlements import Settlements, ledger_of, settlements

_RIVAL = Path(__file__).parent / "_rivals" / "splink_settlements.py"
_STEPS = (0.5, 0.7, 0.9, 0.99, 1.0)
_SIDES = ("origin", "destination")
_RATE = 61.5
Flags = npt.NDArray[np.bool_]


class Side(NamedTuple):
    """One ledger, and apart from it which settlement each movement is part of."""

    table: pa.Table
    truth: npt.NDArray[np.int64]

    def kept(self, mask: Flags) -> "Side":
        """The movements where the mask is true."""
        return Side(self.table.filter(pa.array(mask)), self.truth[mask])


def run(data: Path, options: argparse.Namespace) -> dict[str, Any]:
    """All figures of the section."""
    paths = [data / "entities" / f"transactions_{name}.parquet" for name in _SIDES]
    left, right = (_side(path) for path in paths)
    begin = perf_counter()
    found = _matched(left, right)
    seconds = perf_counter() - begin
    unseen = ~_developed(left.truth)
    whole, apart = _score(found, left, right), _score(found, left, right, only=unseen)
    answer: dict[str, Any] = {f"settlement_{name}": value for name, value in whole.items()}
    answer |= {"settlement_f1_unseen": apart["f1"], "settlement_seconds": round(seconds, 1)}
    answer |= {"settlement_reliability": _reliability(found, left, right)}
    if not options.quick:
        answer |= {"settlement_harder": _harder(left, right, options.seed)}
    if options.rivals:
        answer |= {"rivals": _splink(paths, options)}
    return answer


def _side(path: Path) -> Side:
    table = pq.read_table(path)
    truth = table["ground_truth"].to_numpy()
    names = {"transaction_date": "date", "unique_id": "id"}
    table = table.drop_columns(["ground_truth"])
    return Side(table.rename_columns([names.get(n, n) for n in table.column_names]), truth)


def _developed(truth: npt.NDArray[np.int64]) -> Flags:
    """The half that was looked at while the method was made."""
    digests = (hashlib.md5(str(one).encode(), usedforsecurity=False) for one in truth.tolist())
    return np.array([int(digest.hexdigest(), 16) % 2 == 0 for digest in digests], dtype=np.bool_)


def _matched(left: Side, right: Side) -> Settlements:
    return settlements(ledger_of(left.table), ledger_of(right.table))


def _score(
    found: Settlements, left: Side, right: Side, only: Flags | None = None
) -> dict[str, float]:
    """Precision, recall and F1 over pairs of movements; `only` chooses left movements."""
    only = np.ones(left.truth.size, dtype=np.bool_) if only is None else only
    rows, others = found.pairs["left"].to_numpy(), found.pairs["right"].to_numpy()
    said = only[rows]
    right_ones = int((left.truth[rows] == right.truth[others])[said].sum())
    true = int(np.isin(right.truth, left.truth[only]).sum())
    return _figures(right_ones, int(said.sum()), true)


def _figures(hits: int, said: int, true: int) -> dict[str, float]:
    return {
        "f1": round(2 * hits / max(1, said + true), 4),
        "precision": round(hits / max(1, said), 4),
        "recall": round(hits / max(1, true), 4),
    }


def _reliability(found: Settlements, left: Side, right: Side) -> dict[str, list[float]]:
    """By steps of probability: pairs, their mean probability, and the share that is right."""
    said = found.pairs["probability"].to_numpy()
    rows, others = found.pairs["left"].to_numpy(), found.pairs["right"].to_numpy()
    hit = left.truth[rows] == right.truth[others]
    steps = {}
    for low, high in pairwise(_STEPS):
        inside = (said >= low) & ((said < high) | (high == 1.0))
        if inside.any():
            mean, share = float(said[inside].mean()), float(hit[inside].mean())
            steps[f"{low:g}-{high:g}"] = [int(inside.sum()), round(mean, 3), round(share, 3)]
    return steps


def _harder(left: Side, right: Side, seed: int) -> dict[str, Any]:
    """The unseen half with gaps, another currency and parts."""
    rng = np.random.default_rng([seed, 17])
    left, right = (side.kept(~_developed(side.truth)) for side in (left, right))
    left, right = (side.kept(rng.random(side.truth.size) < 2 / 3) for side in (left, right))
    left = Side(_with_currency(left.table, np.zeros(left.truth.size, dtype=np.bool_)), left.truth)
    abroad = rng.random(right.truth.size) < 0.1
    right = _in_parts(Side(_with_currency(right.table, abroad), right.truth), rng)
    found = _matched(left, right)
    return {
        **_score(found, left, right),
        "rates_found": [f"{r.origin} to {r.target}: {np.exp(r.log):.2f}" for r in found.rates],
        "reliability": _reliability(found, left, right),
        "kinds": {kind: _kind(found, left, right, kind) for kind in ("one", "split", "gathered")},
    }


def _kind(found: Settlements, left: Side, right: Side, kind: str) -> list[int]:
    """Pairs given back of a kind, and how many are right."""
    pairs = found.pairs.filter(pc.equal(found.pairs["kind"], kind))
    hit = left.truth[pairs["left"].to_numpy()] == right.truth[pairs["right"].to_numpy()]
    return [pairs.num_rows, int(hit.sum())]


def _with_currency(table: pa.Table, abroad: Flags) -> pa.Table:
    amount = table["amount"].to_numpy() * np.where(abroad, _RATE, 1.0)
    words = np.where(abroad, "MKD", "EUR").astype(object)
    table = table.set_column(table.column_names.index("amount"), "amount", pa.array(amount))
    return table.append_column("currency", pa.array(words, pa.string()))


def _in_parts(side: Side, rng: np.random.Generator) -> Side:
    """One movement in twenty as two or three, within three days of it."""
    rows = []
    truth = []
    for row, true in zip(side.table.to_pylist(), side.truth.tolist(), strict=True):
        parts = int(rng.integers(2, 4)) if rng.random() < 0.05 else 1
        for share in rng.dirichlet(np.full(parts, 4.0)).tolist():
            late = int(rng.integers(0, 4)) if parts > 1 else 0
            date = row["date"] + np.timedelta64(late, "D").item()
            rows.append(row | {"amount": round(row["amount"] * share, 2), "date": date})
            truth.append(true)
    return Side(pa.Table.from_pylist(rows, schema=side.table.schema), np.array(truth))


def _splink(paths: list[Path], options: argparse.Namespace) -> dict[str, Any]:
    """Splink on the same files, at the best of its thresholds, the truth in hand."""
    truth = [
        dict(
            zip(
                *(pq.read_table(path)[n].to_pylist() for n in ("unique_id", "ground_truth")),
                strict=True,
            )
        )
        for path in paths
    ]
    try:
        python = python_with(("splink>=5,<6",), options.environments, options.limit)
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder) / path.name for path in paths]
            for path, file in zip(paths, files, strict=True):
                pq.write_table(pq.read_table(path).drop_columns(["ground_truth"]), file)
            answer = figures([str(python), str(_RIVAL), *map(str, files)], options.limit)
    except NotRun as error:
        return {"not_run": str(error)}
    found: dict[str, Any] = {}
    for reading, thresholds in answer["pairs"].items():
        scores = {
            threshold: _figures(
                sum(truth[0][a] == truth[1][b] for a, b in pairs), len(pairs), len(truth[0])
            )
            for threshold, pairs in thresholds.items()
        }
        best = max(scores, key=lambda one: scores[one]["f1"])
        found[reading] = {**scores[best], "threshold": float(best)}
    return {"splink": {**found, "seconds": answer["seconds"]}}
