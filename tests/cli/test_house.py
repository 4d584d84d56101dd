"""Nodes are made once; the demonstration never clears a folder that is not its own."""

from headwater.cli.program import run


def test_a_node_is_not_made_over_another(tmp_path, capsys):
    folder = str(tmp_path / "node")
    assert run(["init", folder, "--agency", "Drava Hub"]) == 0
    assert run(["init", folder, "--agency", "Drava Hub"]) == 2


def test_the_demonstration_leaves_other_folders_alone(tmp_path, capsys):
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    assert run(["demo", "--once", "--into", str(tmp_path)]) == 2
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "mine"


def test_an_unknown_role_is_refused(tmp_path, capsys):
    folder = str(tmp_path / "node")
    run(["init", folder, "--agency", "Drava Hub", "--as", "mira"])
    line = ["user", "add", "ana", "--role", "king", "--node", folder, "--as", "mira"]
    assert run(line) == 2
    assert "auditor" in capsys.readouterr().err
