"""The command that writes a benchmark world."""

from pathlib import Path

import pytest

from headwater.exercise.identities.__main__ import main


def test_the_command_writes_the_world_and_says_what_it_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path / "w"), "--seed", "2", "--records", "200"]) == 0
    assert "people.csv 200" in capsys.readouterr().out
    header = (tmp_path / "w" / "people.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header == (
        "id,name,category,sex,birth_date,phone,country,document,plate,place,agency,language,script"
    )
