"""The live parts of pages: their types and unit tests, and what is built of them."""

import gzip
import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import not_run
from tests.web.demo import BUILT

ROOT = Path(__file__).resolve().parents[2]
MOST_OF_A_PLAIN_PAGE = 60_000  # of the 120 kB that a page without map or chart may weigh


def _npm(*words: str) -> None:
    if not (ROOT / "web/node_modules").is_dir():
        not_run("web/node_modules is missing; run: make web")
    done = subprocess.run(
        [ROOT / "web/node.sh", ROOT / ".venv", "npm", "run", "--silent", *words],
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode == 3:
        not_run("there is no Node.js; run: make web")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_types_of_the_live_parts_hold() -> None:
    _npm("check")


def test_the_unit_tests_of_the_live_parts_pass() -> None:
    _npm("test")


@pytest.fixture(scope="module")
def manifest() -> dict[str, dict[str, int | str]]:
    """What the build says it made."""
    if not (BUILT / "manifest.json").is_file():
        not_run("the live parts are not built; run: make web")
    return dict(json.loads((BUILT / "manifest.json").read_text(encoding="utf-8")))


def test_a_page_without_map_or_chart_stays_small(manifest: dict[str, object]) -> None:
    wanted = ["page.js", "page.css", *(name for name in manifest if name.startswith("part-"))]
    size = sum(len(gzip.compress((BUILT / name).read_bytes())) for name in wanted)
    assert size <= MOST_OF_A_PLAIN_PAGE


def test_every_licence_of_what_is_built_in_is_told(manifest: dict[str, object]) -> None:
    text = (BUILT / "LICENSES.txt").read_text(encoding="utf-8")
    assert "LICENSES.txt" in manifest
    for name in ("maplibre-gl", "sigma", "htmx.org"):
        assert f"\n{name} " in text
