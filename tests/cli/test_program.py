"""The command line as scripts depend on it: help, exit codes, errors as JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from headwater.cli.program import PLANNED, headwater, run


def test_every_command_explains_itself(capsys):
    for name in headwater.commands:
        assert run([name, "--help"]) == 0
        assert "Usage: headwater" in capsys.readouterr().out


@pytest.mark.parametrize("name", sorted(PLANNED))
def test_a_command_of_the_design_that_is_not_built_says_so(name, capsys):
    assert run([name, "--json"]) == 2
    assert "not built yet" in json.loads(capsys.readouterr().out)["error"]["what"]


@pytest.mark.parametrize(
    "line",
    [
        ["brif"],
        ["brief"],
        ["brief", "nowhere.txt", "--out", "b.pdf"],
        ["analyse", "organisers.rankin", "--links", "nowhere.csv"],
        ["picture", "--node", "nowhere", "--purpose", "p"],
        ["add", "--no-such-option", "x"],
        ["picture", "--node"],
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_two_and_says_what_to_do(line, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run([*line, "--json"]) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert set(error) == {"what", "where", "why", "do"}
    assert error["what"]
    assert run(line) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "headwater: " in printed.err


def test_the_installed_command_runs():
    command = Path(sys.executable).with_name("headwater")
    done = subprocess.run([command, "--help"], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0
    assert "Exit codes" in done.stdout


@pytest.mark.parametrize("line", [[], ["user"]], ids=["alone", "user"])
def test_a_command_without_its_command_shows_the_help_as_wrong_use(line, capsys):
    assert run(line) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Usage: headwater")
    assert run([*line, "--json"]) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert error["what"].endswith("needs a command")
    assert "Usage" not in str(error)


def test_a_folder_that_may_not_be_written_is_not_permitted(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "node"

    def forbidden(path, *_, **__):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", forbidden)
    assert run(["init", str(folder), "--agency", "Drava Hub"]) == 3
    printed = capsys.readouterr().err
    assert "you may not write here" in printed
    assert str(folder) in printed


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (["add", "--no-such-option", "x"], "see headwater add --help"),
        (["review", "perhaps"], "see headwater review --help"),
        (["--no-such-option"], "see headwater --help"),
    ],
)
def test_wrong_use_names_the_command_whose_help_says_more(line, named, capsys):
    assert run([*line, "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["error"]["do"] == named
