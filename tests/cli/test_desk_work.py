"""What a person is decided from the command line."""

from headwater.cli.program import run


def test_a_category_that_does_not_exist_is_refused(tmp_path, capsys):
    folder = str(tmp_path / "node")
    assert run(["init", folder, "--agency", "Drava Hub", "--as", "mira"]) == 0
    place = ["--node", folder, "--as", "mira", "--purpose", "p"]
    assert run(["categorise", "e", "villain", "--case", "c", "--reason", "r", *place]) == 2
    assert "suspect" in capsys.readouterr().err
