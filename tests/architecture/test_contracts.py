"""The import contracts in pyproject.toml hold, as import-linter sees them."""

import re
import shutil
import subprocess
import sys
import tomllib
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


def spoken_of() -> set[str]:
    """Every module that a contract names; those in brackets as well."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = {"headwater"}
    for contract in told["tool"]["importlinter"]["contracts"]:
        found |= {*contract.get("modules", ()), *contract.get("containers", ())}
        rooms = {room for row in contract.get("layers", ()) for room in re.findall(r"\w+", row)}
        found |= {f"{inside}.{room}" for inside in contract.get("containers", ()) for room in rooms}
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A small house under our own contracts: every room they speak of, and empty."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module in sorted(spoken_of()):
        folder = tmp_path.joinpath("src", *module.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").write_text("")
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
        {"resolve/names/a.py": "def f():\n    from headwater.resolve import linkage"},
        {"exercise/a.py": "from headwater.resolve import names"},
    ],
    ids=[
        "an upward import",
        "a package without a place",
        "a circle",
        "an upward import inside resolve",
        "a benchmark that knows the matcher",
    ],
)
def test_a_broken_contract_is_seen(copy: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = copy / "src" / "headwater" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    assert lint(copy, copy / "src").returncode == 1
