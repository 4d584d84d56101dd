"""headwater groups, on files and on a node."""

import json

from headwater.cli.program import run

STORY = "The driver slept two nights in the yard behind the old mill and then went on to the lake."


def test_files_are_grouped_and_decided_on_from_the_command_line(tmp_path, capsys):
    for number in (1, 2):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"URN: IR-{number}\nOriginator: O{number}\n\n1. {STORY} [2D-P]\n")
    files = [str(tmp_path / f"{number}.txt") for number in (1, 2)]
    assert run(["groups", *files]) == 0
    shown = capsys.readouterr().out
    assert "2 reports, 1 group" in shown
    assert STORY in shown
    assert run(["groups", *files, "--json"]) == 0
    (group,) = json.loads(capsys.readouterr().out)["groups"]
    assert {"id", "reports", "links"} <= set(group)
    assert {"a", "b", "tier", "phrases"} <= set(group["links"][0])

    folder = str(tmp_path / "node")
    place = ["--node", folder, "--as", "mira", "--purpose", "p"]
    assert run(["init", folder, "--agency", "Drava Hub", "--as", "mira"]) == 0
    assert run(["add", *files, *place]) == 0
    assert run(["groups", "split", "IR-1", *place]) == 2
    assert "reason" in capsys.readouterr().err
    assert run(["groups", "split", "IR-1", "--reason", "own source", *place]) == 0
    capsys.readouterr()
    assert run(["groups", *place]) == 0
    assert "2 groups" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    assert run(["groups", str(tmp_path / "none.txt")]) == 2
    assert "none.txt" in capsys.readouterr().err
