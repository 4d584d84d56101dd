from pathlib import Path

from headwater.resolve.names.train.listed import arabic_latin, cyrillic_latin


def test_lists_are_read_with_the_foreign_word_first_and_normalised(tmp_path: Path) -> None:
    names = tmp_path / "names"
    names.mkdir()
    (names / "google_ar2en_train.tsv").write_text(
        "arabic\tlatin\tpart\nکریم\tKarim\ttrain\n...\tnull\tdev\n", encoding="utf-8"
    )
    (names / "wd_russian_train.tsv").write_text(
        "latin\tcyrillic\tcount\nŠabac\tШабац\t2\n", encoding="utf-8"
    )
    assert arabic_latin(tmp_path) == [("كريم", "karim")]
    assert cyrillic_latin(tmp_path) == [("шабац", "šabac")]
