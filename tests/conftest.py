"""What every test may ask for: shared data, a fixed clock, independent programs to compare with."""

import gc
import importlib.util
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

# The same examples on every run, and no deadline: a slow machine is not a failed law.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

# Thousands of tests and all libraries lie in one process and stay: to look through them for what
# may go, every 700 objects as Python does, would take a tenth of the time.
gc.set_threshold(50_000, 10, 10)

# pyarrow looks for dateutil with every list that it takes in. Where it is not installed, Python
# searches every folder and every hook of pytest anew each time, unless it is told that it is not.
if importlib.util.find_spec("dateutil") is None:
    sys.modules["dateutil"] = None  # type: ignore[assignment]


def pytest_collection_finish() -> None:
    """What was collected stays to the end: nobody looks through it again."""
    gc.freeze()


def not_run(reason: str) -> NoReturn:
    """Report that a test could not run: said aloud here, red where CI=true."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"NOT RUN: {reason}", pytrace=False)
    pytest.skip(f"NOT RUN: {reason}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared test data: $HEADWATER_SHARED, else ../shared beside the repository."""
    path = Path(os.environ.get("HEADWATER_SHARED") or ROOT.parent / "shared").resolve()
    if not path.is_dir():
        not_run("no shared test data; set HEADWATER_SHARED to its folder")
    return path


@pytest.fixture(scope="session")
def reference() -> Callable[[str], ModuleType]:
    """Import an independent program of requirements/reference.txt, to compare ours with."""

    def load(name: str) -> ModuleType:
        if importlib.util.find_spec(name) is None:
            not_run(f"{name} is not installed; see requirements/install.sh")
        return importlib.import_module(name)

    return load


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that stands still."""
    moment = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    return lambda: moment
