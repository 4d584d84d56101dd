"""Names are compared without a node, and a file of pairs is scored with its refusals told."""

import json

from headwater.cli.program import run


def test_a_comparison_is_told_in_lines(capsys):
    assert run(["names", "compare", "كريم", "Karim"]) == 0
    told = capsys.readouterr().out
    assert "bits" in told
    assert "evidence for one name" in told


def test_a_comparison_is_one_document_under_json(capsys):
    assert run(["names", "compare", "Dragan", "N.N.", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problem"].startswith("the right one")


def test_refused_rows_raise_the_exit_code_and_stand_in_the_answer(tmp_path, capsys):
    pairs, out = tmp_path / "pairs.csv", tmp_path / "out.csv"
    pairs.write_text("left,right\nDragan,Dragana\n,Salim\n", encoding="utf-8")
    line = ["names", "score", str(pairs), "--out", str(out), "--prior", "0.01"]
    assert run(line) == 1
    assert "line 3" in capsys.readouterr().out
    assert run([*line, "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["scored"], document["prior"]) == (1, 0.01)
    assert document["refusals"][0]["position"] == "line 3"
    assert len(out.read_text(encoding="utf-8").splitlines()) == 3


def test_a_wrong_separator_is_named(tmp_path, capsys):
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("left;right\nDragan;Dragana\n", encoding="utf-8")
    assert run(["names", "score", str(pairs), "--out", str(tmp_path / "out.csv")]) == 2
    assert "semicolons" in capsys.readouterr().err
