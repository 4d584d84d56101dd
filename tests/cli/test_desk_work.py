"""Decisions from the command line need what they are about, and a reason."""

from headwater.cli.program import run


def test_a_decision_without_a_reason_is_refused(tmp_path, capsys):
    folder = str(tmp_path / "node")
    assert run(["init", folder, "--agency", "Drava Hub", "--as", "mira"]) == 0
    place = ["--node", folder, "--as", "mira", "--purpose", "p"]
    assert run(["review", "accept", "IR-1#1.1", *place]) == 2
    assert "reason" in capsys.readouterr().err
    assert run(["review", "accept", "IR-1#1.1", "--reason", "r", *place]) == 2
    assert "no statement" in capsys.readouterr().err
    assert run(["categorise", "e", "villain", "--case", "c", "--reason", "r", *place]) == 2
    assert "suspect" in capsys.readouterr().err
