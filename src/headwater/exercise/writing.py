"""Writing a world to disk: its reports in one folder, its truth in another, with a manifest."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from headwater.exercise.records import plan_tables, write_tables
from headwater.exercise.telling import Reporter
from headwater.exercise.truth import ReportTruth, write_truth
from headwater.exercise.world import SIZES, World, build_world
from headwater.model import WrongUse

Scale = Literal["small", "medium", "large"]
VERSION = "1"


@dataclass(frozen=True, slots=True)
class WorldSummary:
    """What was written: reports are text reports and tables together."""

    seed: int
    scale: Scale
    reports: int
    text_reports: int
    table_files: int
    table_rows: int
    people: int
    groups: int
    legs: int
    launches: int
    operations: int


def write_world(
    folder: Path,
    truth: Path,
    seed: int,
    scale: Scale,
    progress: Callable[[int, int], None] | None = None,
) -> WorldSummary:
    """Write the world of a seed: what agencies would send into `folder`, what is true into `truth`.

    The same seed and scale give the same bytes. `progress` is told reports done and reports in all.
    Cost grows in line with the number of reports; memory holds the world, not its reports.

    Raises:
        WrongUse: If a folder is not empty, if one lies within the other, or if there is no
            such scale.
    """
    _check(folder, truth, scale)
    world = build_world(seed, SIZES[scale])
    folder.mkdir(parents=True, exist_ok=True)
    truth.mkdir(parents=True, exist_ok=True)
    write_truth(world, truth)
    outbox = _Outbox(folder, world.size.reports, progress)
    texts = world.size.reports - len(plan_tables(world))
    _write_reports(world, texts, outbox, truth)
    rows = _write_tables(world, outbox, truth)
    summary = WorldSummary(
        seed=seed,
        scale=scale,
        reports=outbox.done,
        text_reports=texts,
        table_files=outbox.done - texts,
        table_rows=rows,
        people=len(world.people),
        groups=len(world.networks),
        legs=sum(len(network.legs) for network in world.networks),
        launches=len(world.launches),
        operations=len(world.operations),
    )
    _write_manifest(truth, summary, outbox.digest.hexdigest())
    return summary


class _Outbox:
    """Puts files into the reports folder, counts them and keeps one digest over all."""

    def __init__(
        self, folder: Path, expected: int, progress: Callable[[int, int], None] | None
    ) -> None:
        self.folder, self.expected, self.progress = folder, expected, progress
        self.digest = sha256()
        self.done = 0
        self._made: set[str] = set()

    def put(self, file: str, content: bytes) -> None:
        parent = file.rpartition("/")[0]
        if parent not in self._made:
            (self.folder / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)
        with open(f"{self.folder}/{file}", "wb") as target:
            target.write(content)
        self.digest.update(file.encode() + b"\0" + sha256(content).digest())
        self.done += 1
        if self.progress is not None:
            self.progress(self.done, self.expected)


def _check(folder: Path, truth: Path, scale: str) -> None:
    if scale not in SIZES:
        raise WrongUse(
            "the exercise was not written",
            where=scale,
            why="there is no such scale",
            do="choose small, medium or large",
        )
    reports, apart = folder.resolve(), truth.resolve()
    if reports == apart or reports in apart.parents or apart in reports.parents:
        raise WrongUse(
            "the exercise was not written",
            where=str(truth),
            why="the truth must lie apart from the reports",
            do="name two folders, neither within the other",
        )
    for place in (folder, truth):
        if place.exists() and any(place.iterdir()):
            raise WrongUse(
                "the exercise was not written",
                where=str(place),
                why="the folder is not empty",
                do="name an empty or a new folder",
            )


def _write_reports(world: World, count: int, outbox: _Outbox, truth: Path) -> None:
    reporter = Reporter(world, count)
    with ReportTruth(truth) as stated:
        for number in range(count):
            report = reporter.write(number)
            outbox.put(report.file, report.text.encode())
            stated.add(report)


def _write_tables(world: World, outbox: _Outbox, truth: Path) -> int:
    total = 0
    with (truth / "tables.csv").open("w", encoding="utf-8", newline="") as file:
        listed = csv.writer(file, lineterminator="\n")
        listed.writerow(["file", "kind", "office", "language", "rows"])
        for table in write_tables(world):
            outbox.put(table.file, table.content)
            listed.writerow([table.file, table.kind, table.office, table.language, table.rows])
            total += table.rows
    return total


def _write_manifest(truth: Path, summary: WorldSummary, reports: str) -> None:
    digests = {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(truth.iterdir())}
    manifest = {
        "version": VERSION,
        **asdict(summary),
        "sha256": {"reports": reports, "truth": digests},
    }
    text = json.dumps(manifest, indent=2) + "\n"
    (truth / "manifest.json").write_text(text, "utf-8", newline="\n")
