"""The reference is made from the code; a page that lies fails here."""

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


def builder():
    spec = importlib.util.spec_from_file_location("build_reference", DOCS / "build_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands", "methods", "schemata", "settings", "grades"])
def test_a_page_of_the_reference_says_what_the_code_does(name):
    written = (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")
    assert written == builder().pages()[f"{name}.md"], "run: make docs"


def test_every_page_of_the_reference_is_made_from_the_code():
    written = {path.name for path in (DOCS / "reference").glob("*.md")}
    assert written == set(builder().pages())
