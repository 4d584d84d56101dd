"""Review from the command line: what is asked for, what is refused, what is said."""

import json

import pytest

from headwater.cli.program import run


@pytest.fixture
def place(tmp_path):
    folder = str(tmp_path / "node")
    assert run(["init", folder, "--agency", "Drava Hub", "--as", "mira"]) == 0
    return ["--node", folder, "--as", "mira", "--purpose", "case: Drava"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["accept", "IR-1#1.1"], "reason"),
        (["accept", "--reason", "r"], "what it is about"),
        (["accept", "IR-1#1.1", "--reason", "r"], "no statement"),
        (["reject", "IR-1#1.1", "--report", "IR-1", "--reason", "r"], "not both"),
        (["reject", "--report", "IR-1", "--yes"], "reason"),
        (["reject", "--report", "IR-1", "--reason", "r"], "nothing to reject"),
        (["reject", "--item", "IR-1", "--reason", "r"], "no item"),
        (["correct", "IR-1#1.1", "--reason", "r"], "--value"),
        (["correct", "IR-1#1.1", "--modality", "maybe", "--reason", "r"], "denied"),
        (["correct", "IR-1#1.1", "--value", "v"], "reason"),
        (["correct", "IR-1#1.1", "--value", "v", "--reason", "r"], "no statement"),
        (["add", "IR-1#1", "--says", "leg", "--set", "from=x"], "reason"),
        (["add", "IR-1#1", "--reason", "r"], "--says"),
        (["add", "IR-1#1", "--says", "leg", "--reason", "r"], "from, to, mode (or not)"),
        (["add", "IR-1#1", "--says", "fee", "--set", "a=b", "--reason", "r"], "cannot be added"),
        (["add", "IR-1#1", "--says", "person", "--set", "name=X", "--reason", "r"], "no item"),
        (["undo", "x", "--reason", "r"], "no decision"),
        (["same", "x", "--reason", "r"], "two entities"),
        (["--kind", "fee"], "pair"),
        (["--after", "IR-1#1.1"], "does not wait"),
        (["forget", "IR-1#1.1"], "forget"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(place, capsys, line, said):
    capsys.readouterr()
    assert run(["review", *line, *place]) == 2
    assert said in capsys.readouterr().err


def test_an_empty_queue_says_so(place, capsys):
    capsys.readouterr()
    for options, said in (
        ([], "Nothing waits."),
        (["--joined"], "Nothing is joined."),
        (["--decided"], "Nothing was decided."),
        (["--kind", "pair"], "Nothing found."),
    ):
        assert run(["review", *options, *place]) == 0
        assert capsys.readouterr().out == f"{said}\n"


def test_training_data_is_not_kept_in_the_node(place, tmp_path, capsys):
    inside = str(tmp_path / "node" / "x.jsonl")
    assert run(["review", "export", "--out", inside, *place]) == 2
    assert "not kept in the node" in capsys.readouterr().err
    assert run(["review", "export", "--out", str(tmp_path / "x.jsonl"), *place]) == 2
    assert "nothing to train on" in capsys.readouterr().err


def test_no_decision_waits_for_a_picture_of_everything(place, tmp_path, capsys, monkeypatch):
    report = tmp_path / "r.txt"
    text = "Goran Izmišljeni drove from Subotica to Horgos. Vesna Primer is a witness."
    report.write_text(f"URN: IR 1\nOriginator: Drava Unit\n\n1. {text} [2D-P]\n")
    assert run(["add", str(report), *place]) == 0

    def never(*_given, **_more):
        raise AssertionError("a picture of everything was built")

    monkeypatch.setattr("headwater.picture.build", never)
    place = [*place[:-1], "a general look"]
    capsys.readouterr()
    reason = ["--reason", "read"]
    for line in (
        ["review"],
        ["review", "accept", "IR 1#1.1", *reason],
        ["review", "undo", "IR 1#1.1", *reason],
        ["review", "reject", "--report", "IR 1"],
        ["review", "correct", "IR 1#1.1", "--value", "Goran", *reason],
        ["categorise", "Vesna Primer", "witness", "--case", "Drava", *reason],
    ):
        assert run([*line, *place]) == 0, (line, capsys.readouterr())


def test_without_a_case_a_victim_is_neither_named_nor_decided_on(place, tmp_path, capsys):
    path = tmp_path / "r.txt"
    path.write_text(
        "URN: IR 5\n\n1. Ermal Pashaj was beaten by Goran Izmišljeni.", encoding="utf-8"
    )
    assert run(["add", str(path), *place]) == 0
    victim = ["categorise", "Ermal Pashaj", "victim", "--case", "Drava", "--reason", "was beaten"]
    assert run([*victim, *place]) == 0
    aside = [*place[:4], "--purpose", "what is new"]
    capsys.readouterr()
    assert run(["review", "--kind", "statement", *aside]) == 0
    shown = capsys.readouterr().out
    assert "Pashaj" not in shown
    assert "Izmišljeni" in shown
    assert run([*victim, *aside]) == 2  # as somebody who is not here
    assert "no entity Ermal Pashaj here" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["accept", "correct", "different", "export", "undo"])
def test_each_decision_explains_itself(verb, capsys):
    assert run(["review", verb, "--help"]) == 0
    assert f"headwater review {verb}" in capsys.readouterr().out


def test_a_gist_is_shown_or_the_page_says_why_not(place, tmp_path, capsys):
    path = tmp_path / "r.txt"
    path.write_text("Goran Vukčević je organizator grupe u Nišu.", encoding="utf-8")
    assert run(["add", str(path), *place]) == 0
    capsys.readouterr()
    assert run(["review", "--gist", "--kind", "statement", *place]) == 0
    assert "gist" in capsys.readouterr().out


def test_what_was_missed_is_put_down_and_taken_back(place, tmp_path, capsys):
    (tmp_path / "r.txt").write_text("URN: IR-1\n\n1. The yard is kept by Beli. [2D-P]\n", "utf-8")
    assert run(["add", str(tmp_path / "r.txt"), *place]) == 0
    capsys.readouterr()
    said = ["--says", "person", "--set", "name=Beli", "--reason", "read there"]
    assert run(["review", "add", "IR-1#1", *said, *place]) == 0
    told = capsys.readouterr().out
    assert "name: Beli (IR-1#1." in told
    assert "The yard is kept by >>Beli<<." in told
    (undo,) = [one for one in told.splitlines() if one.startswith("To take it back")]
    assert run(["review", "undo", undo.split()[-3], "--reason", "no", *place]) == 0
    capsys.readouterr()
    assert run(["review", "add", "IR-1#1", *said, "--words", "Beli", "--json", *place]) == 0
    (now,) = json.loads(capsys.readouterr().out)["now"]
    assert (now["value"], now["text"], now["modality"]) == ("Beli", "Beli", "done")
