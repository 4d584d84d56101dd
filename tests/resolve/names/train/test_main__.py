import json
from pathlib import Path

from headwater.resolve.names.edits.edit_table import read_table
from headwater.resolve.names.train.__main__ import main

WORDS = {"ک": "k", "ر": "r", "م": "m", "د": "d", "ن": "n", "س": "s"}


def test_the_command_learns_a_table_that_says_what_it_came_from(tmp_path: Path) -> None:
    names = tmp_path / "names"
    names.mkdir()
    pairs = [
        f"{a}ا{b}{c}\t{WORDS[a]}a{WORDS[b]}{WORDS[c]}\ttrain\n"
        for a in WORDS
        for b in WORDS
        for c in WORDS
    ]
    listed = "arabic\tlatin\tpart\n" + "".join(pairs)
    (names / "google_ar2en_train.tsv").write_text(listed, encoding="utf-8")
    (names / "wd_russian_train.tsv").write_text("latin\tcyrillic\tcount\n", encoding="utf-8")
    cities = tmp_path / "cities500.json"
    cities.write_text(json.dumps({}), encoding="utf-8")
    command = ["--data", str(tmp_path), "--geonames", str(cities), "--out", str(tmp_path)]

    main([*command, "arab_latn"])

    text = (tmp_path / "arab_latn.tsv").read_text(encoding="utf-8")
    assert "Apache-2.0" in text
    assert "# command: python -m headwater.resolve.names.train" in text
    table = read_table(text, "arab_latn.tsv")
    assert table.scripts == ("arab", "latn")
    assert sum(table.left.values()) > 0.99
