"""The common fixtures: what cannot run says so, and is red where CI=true."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

USES_BOTH = """
def test_data(shared):
    assert shared.is_dir()

def test_program(reference):
    assert reference("no_such_program")
"""


def run(folder: Path, shared: str, ci: str) -> str:
    """The closing line of a pytest run of two tests that need something."""
    (folder / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    (folder / "test_needs.py").write_text(USES_BOTH)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", str(folder)],
        cwd=folder,
        env={"HEADWATER_SHARED": shared, "CI": ci, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout


def test_what_is_missing_is_said_aloud_on_a_desk(tmp_path: Path) -> None:
    said = run(tmp_path, shared=str(tmp_path / "gone"), ci="")
    assert "2 skipped" in said
    assert "NOT RUN: no shared test data" in said
    assert "NOT RUN: no_such_program is not installed" in said


def test_what_is_missing_is_red_in_ci(tmp_path: Path) -> None:
    assert "1 failed, 1 error" in run(tmp_path, shared=str(tmp_path / "gone"), ci="true")


@pytest.mark.parametrize("ci", ["", "true"])
def test_what_is_there_is_used(tmp_path: Path, ci: str) -> None:
    assert "1 passed" in run(tmp_path, shared=str(tmp_path), ci=ci)
