"""The command line starts fast: heavy libraries are loaded only when they are needed."""

import subprocess
import sys
from importlib.util import find_spec

HEAVY = {
    *("duckdb", "highspy", "numba", "numpy", "pyarrow", "rustworkx", "scipy"),
    *("docx", "lxml", "openpyxl", "phonenumbers", "pypdfium2", "typst"),
}


def heavy_after(statement: str) -> list[str]:
    """The heavy libraries that are loaded once the statement has run in a new interpreter."""
    program = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60
    )
    return sorted(HEAVY & set(done.stdout.split()))


if find_spec("headwater.cli"):

    def test_the_command_line_starts_without_heavy_libraries() -> None:
        assert heavy_after("import headwater.cli") == []


def test_the_model_starts_without_heavy_libraries() -> None:
    assert heavy_after("import headwater.model") == []


def test_a_heavy_library_is_seen() -> None:
    assert heavy_after("import openpyxl") != []
