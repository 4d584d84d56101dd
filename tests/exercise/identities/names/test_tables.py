"""The identities' own tables: each names its source first."""

from importlib.resources import files

from headwater.exercise.identities.names.tables import rows_of, text_of


def test_every_table_begins_with_its_source() -> None:
    data = files("headwater.exercise.identities") / "data"
    folders = (data, data / "names", data / "spellings")
    tables = [f for folder in folders for f in folder.iterdir() if f.is_file()]
    assert len(tables) > 30
    for table in tables:
        assert table.read_text(encoding="utf-8").startswith("# "), table.name


def test_rows_come_without_the_lines_of_the_source() -> None:
    assert text_of("offices.csv").startswith("#")
    assert rows_of("words.csv")[0]["language"] == "ar"
