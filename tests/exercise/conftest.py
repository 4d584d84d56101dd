"""One small world for all tests of the exercise."""

import csv
from pathlib import Path

import pytest

from headwater.exercise import WorldSummary, write_world


class Written:
    """A world on disk, read back."""

    def __init__(self, base: Path, seed: int) -> None:
        self.reports, self.truth = base / "reports", base / "truth"
        self.summary: WorldSummary = write_world(self.reports, self.truth, seed, "small")

    def rows(self, name: str) -> list[dict[str, str]]:
        with (self.truth / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def texts(self) -> dict[str, str]:
        return {
            path.relative_to(self.reports).as_posix(): path.read_text("utf-8")
            for path in sorted(self.reports.rglob("*.txt"))
        }

    def content(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.reports.parent).as_posix(): path.read_bytes()
            for path in sorted(self.reports.parent.rglob("*"))
            if path.is_file()
        }


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return Written(tmp_path_factory.mktemp("world"), 1)


@pytest.fixture(scope="session")
def again(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return Written(tmp_path_factory.mktemp("again"), 1)


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return Written(tmp_path_factory.mktemp("other"), 2)
