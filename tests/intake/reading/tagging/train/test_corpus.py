"""Annotated files are read document by document."""

from pathlib import Path

from headwater.intake.reading.tagging.train.corpus import documents

FILE = """# newdoc id =set.sr.7
# text = Ana ide
1\tAna\tB-PER\tB-PER\t-
2\tide\tO\tO\t-

1\t"\tO\tO\t-
2\tPasoš\tB-OTH\tB-OTH\t-

# newdoc id =set.sr.8
1\tNiš\tB-LOC\tB-LOC\t-
"""


def test_a_file_falls_into_numbered_documents(tmp_path: Path) -> None:
    (tmp_path / "x.iob2").write_text(FILE, encoding="utf-8")
    first, second = documents(tmp_path / "x.iob2")
    assert (first.number, second.number) == (7, 8)
    assert first.tokens() == [["Ana", "ide"], ['"', "Pasoš"]]
    assert first.labels() == [["B-PER", "O"], ["O", "O"]]
    assert second.lower().tokens() == [["niš"]]


def test_a_file_without_documents_is_one(tmp_path: Path) -> None:
    (tmp_path / "x.iob2").write_text(FILE.replace("# newdoc", "# doc"), encoding="utf-8")
    assert [len(each.sentences) for each in documents(tmp_path / "x.iob2")] == [3]
