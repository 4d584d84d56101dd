"""The import contracts in pyproject.toml hold, as import-linter sees them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)


def lint(folder: Path, source: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on `source` with the contracts found in `folder`."""
    program = f"import sys; sys.path.insert(0, {str(source)!r}); {LINT}"
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, timeout=60
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A small house under our own contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("model", "store"):
        folder = tmp_path / "src" / "headwater" / package
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text("")
    (tmp_path / "src" / "headwater" / "__init__.py").write_text("")
    return tmp_path


def test_the_contracts_hold() -> None:
    done = lint(ROOT, ROOT / "src")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_lawful_copy_passes(copy: Path) -> None:
    done = lint(copy, copy / "src")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "files",
    [
        {"model/__init__.py": "from headwater import store"},
        {"attic/__init__.py": ""},
        {
            "model/money.py": "from headwater.model import place",
            "model/place.py": "def f():\n    from headwater.model import money",
        },
    ],
    ids=["an upward import", "a package without a place", "a circle"],
)
def test_a_broken_contract_is_seen(copy: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = copy / "src" / "headwater" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    assert lint(copy, copy / "src").returncode == 1
