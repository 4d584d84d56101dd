"""The demonstration runs the main job and says what it lacks."""

from dataclasses import replace

import pytest

from headwater.exercise.world import SIZES
from headwater.model import WrongUse
from headwater.node import Settings, demonstrate


@pytest.fixture
def fewer(monkeypatch):
    """The small world made smaller still: everything happens in it, in fewer reports."""
    few = replace(SIZES["small"], reports=80, networks=3, calls=400, payments=30)
    monkeypatch.setitem(SIZES, "small", few)
    return few.reports


def test_the_exercise_alone_is_briefed_in_three_formats(tmp_path, fewer):
    built = demonstrate(tmp_path / "demo", Settings("mira", None, 2))
    assert not built.articles
    assert built.receipt.reports >= fewer
    assert all(out.stat().st_size > 2_000 for out in built.briefings)
    assert built.summary


def test_it_may_be_run_again_but_never_over_other_files(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(WrongUse):
        demonstrate(tmp_path, Settings("mira", None, 1))
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "mine"
