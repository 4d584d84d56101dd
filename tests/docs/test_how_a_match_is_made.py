"""The page on how a match is made: its worked example is what `review` shows."""

import re
from pathlib import Path

from headwater.cli.program import run

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "how-a-match-is-made.md"
LISTS = {
    "drava.csv": "id,name,birth_date,phone\nN1,Samir AL-QASABAWI,1984-05-17,+381 64 555 01 17\n",
    "tigris.csv": "id,name,birth_date,phone\nA7,سامر القصباوي,17.05.1984,+355 69 555 0142\n",
}


def without_figures(text: str) -> str:
    """Bits change when tables and weights are learned anew; the page says so."""
    return re.sub(r"[+-][0-9]+\.[0-9]", "#", text)


def test_the_worked_example_is_what_review_shows(tmp_path, capsys):
    shown = re.search(r"```text shown\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    node = ["--node", str(tmp_path / "hub"), "--as", "mira", "--purpose", "case: Drava"]
    run(["init", str(tmp_path / "hub"), "--agency", "Drava Hub", "--as", "mira"])
    for name, text in LISTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        run(["add", str(tmp_path / name), *node])
    capsys.readouterr()
    assert run(["review", *node]) == 0
    printed = without_figures(capsys.readouterr().out)
    for line in without_figures(shown.group(1)).splitlines():
        assert line in printed
    assert "A person has to decide" in printed
