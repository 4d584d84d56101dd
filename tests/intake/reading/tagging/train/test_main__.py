"""The command reads the data, trains all models and writes one file that the tagger reads."""

import sys
from pathlib import Path

from headwater.intake.reading.tagging.known import Sign, compile_known
from headwater.intake.reading.tagging.tagger import read_tagger
from headwater.intake.reading.tagging.train import __main__ as command
from tests.intake.reading.tagging.train import crf

SENTENCE = "1\tAna\tB-PER\n2\tide\tO\n3\tu\tO\n4\tNiš\tB-LOC\n\n"


def test_one_command_makes_the_file_of_models(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pycrfsuite", crf)
    monkeypatch.setattr(command, "known_words", lambda data: compile_known({"ana": Sign.GIVEN}, []))
    monkeypatch.setattr(command, "wider_words", lambda data: compile_known({}, []))
    (tmp_path / "text").mkdir()
    for language in ("sr", "hr"):
        text = "".join(f"# newdoc id =set.{number}\n{SENTENCE}" for number in range(1, 7))
        (tmp_path / "text" / f"uner_{language}_train.iob2").write_text(text, encoding="utf-8")
    command.main([str(tmp_path), str(tmp_path / "names.npz"), "--iterations", "3"])
    found = read_tagger(tmp_path / "names.npz").spans([["Ana", "ide", "u", "Niš"]], "sh")
    assert found == [[(0, 1, "PER"), (3, 4, "LOC")]]
