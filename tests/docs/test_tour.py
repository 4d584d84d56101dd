"""The tour of the README runs as it is written."""

import re
import shlex
from pathlib import Path

from headwater.cli.program import run

README = Path(__file__).parents[2] / "README.md"


def tour() -> list[str]:
    block = re.search(r"```sh tour\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert block, "the README has no tour"
    return block.group(1).strip().splitlines()


def test_every_line_of_the_tour_works(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    lines = tour()
    assert len(lines) >= 7
    for line in lines:
        command, *arguments = shlex.split(line)
        assert command == "headwater"
        assert run(arguments) in (0, 1), f"{line}\n{capsys.readouterr().err}"
        assert capsys.readouterr().out.strip(), f"{line} printed nothing"
    assert (tmp_path / "briefing.pdf").stat().st_size > 10_000


def test_the_comparison_that_is_shown_is_what_the_last_line_prints(capsys):
    shown = re.search(r"```text compared\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    _, *arguments = shlex.split(tour()[-1])
    assert run(arguments) == 0
    assert capsys.readouterr().out == shown.group(1)
