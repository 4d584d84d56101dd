"""Fits the scoring model that comes with the program, on the development seeds of the benchmark.

    python bench/shipped_model.py --out src/headwater/resolve/scoring/shipped.tsv

Weights come from the known truth of one seed; the calibration from further seeds, each weighed by a
model that was fitted to it without labels, as the program does it. Test seeds are never read.
"""

import argparse
import csv
import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from headwater.exercise.identities import write_identities
from headwater.resolve.candidates import candidate_pairs
from headwater.resolve.records import PersonRecord
from headwater.resolve.records.table import read_people
from headwater.resolve.scoring import (
    LABELLED,
    Model,
    fit,
    recalibrated,
    reliability,
    starting_model,
)

FIT_SEED = 1
CALIBRATION_SEEDS = (2, 3, 4, 6, 7)

Checked = tuple[NDArray[np.float64], NDArray[np.int8], NDArray[np.bool_]]


def main() -> None:
    """Fit, calibrate, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--records", type=int, default=10_000)
    options = parser.parse_args()
    model = _fitted(options.records)
    checked = partial(_checked, model, options.records)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for seed, (bits, strata, same) in zip(
            CALIBRATION_SEEDS, pool.map(checked, CALIBRATION_SEEDS), strict=True
        ):
            for line in reliability(model.probability(bits, strata), strata, same):
                print(seed, *line)
            model = recalibrated(model, bits, strata, same)
    seeds = " ".join(map(str, (FIT_SEED, *CALIBRATION_SEEDS)))
    header = {
        "data": "headwater.exercise.identities, invented people",
        "seeds": f"{seeds} (development; the first for the weights, the others for calibration)",
        "records": f"{options.records} a seed",
        "licence": "Apache-2.0, as the program",
        "command": "python bench/shipped_model.py",
    }
    options.out.write_text(replace(model, header=header).text, encoding="utf-8")


def _fitted(size: int) -> Model:
    records, truth = _world(FIT_SEED, size)
    pairs = candidate_pairs(records)
    judged = {
        (records[a].id, records[b].id): truth[records[a].id] == truth[records[b].id]
        for a, b in pairs.tolist()
    }
    model = fit(records, pairs, judged, start=starting_model(), trust=LABELLED)
    return replace(model, calibration=starting_model().calibration)


def _checked(model: Model, size: int, seed: int) -> Checked:
    """Bits, strata and truth of the candidate pairs of a world, under a model fitted to it."""
    records, truth = _world(seed, size)
    pairs = candidate_pairs(records)
    fitted = fit(records, pairs, start=model)
    same = np.array([truth[records[a].id] == truth[records[b].id] for a, b in pairs.tolist()])
    return *fitted.weigh_evidence(records, pairs), same


def _world(seed: int, size: int) -> tuple[list[PersonRecord], dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        write_identities(Path(folder), seed, size)
        with (Path(folder) / "truth.csv").open(encoding="utf-8", newline="") as file:
            truth = {row["id"]: row["person"] for row in csv.DictReader(file)}
        return list(read_people(Path(folder) / "people.csv").records), truth


if __name__ == "__main__":
    main()
