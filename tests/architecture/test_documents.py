"""Documents that fail when they lie."""

from pathlib import Path

import pytest

from headwater import model
from tests.architecture import documents
from tests.architecture.house import ROOT

RULES = [documents.dead_links, documents.unknown_make_targets, documents.unknown_guards]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_documents_name_what_is_there(rule) -> None:
    assert rule(ROOT) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_lie_is_seen(tmp_path: Path, rule) -> None:
    (tmp_path / "Makefile").write_text("test: ready\n")
    (tmp_path / "ARCHITECTURE.md").write_text(
        "[gone](docs/gone.md) `make coffee`, `make test`\n"
        "## Rules, and what holds each\n| no cups | `spilled_cups` |\n"
    )
    assert len(rule(tmp_path)) == 1


@pytest.mark.parametrize("document", ["ARCHITECTURE.md", "src/headwater/model/errors.py"])
def test_the_drawn_error_tree_is_the_real_one(document: str) -> None:
    real = {
        name: thing.__base__.__name__
        for name, thing in vars(model).items()
        if isinstance(thing, type) and issubclass(thing, BaseException)
    }
    assert documents.drawn_errors((ROOT / document).read_text(encoding="utf-8")) == real


def test_a_drawn_tree_is_read_with_its_branches() -> None:
    drawing = "```\nRoot\n├── Use\n│   └── Grade\n└── Node  damaged\n```"
    assert documents.drawn_errors(drawing) == {
        "Root": "Exception",
        "Use": "Root",
        "Grade": "Use",
        "Node": "Root",
    }
