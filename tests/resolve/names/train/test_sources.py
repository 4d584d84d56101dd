import json
from pathlib import Path

import pytest

from headwater.resolve.names.train.folds import TRAIN, folds
from headwater.resolve.names.train.sources import Sources


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    names = tmp_path / "names"
    names.mkdir()
    arabic = [(chr(0x628 + i % 20) + "ي" * (i // 20 + 1), f"name{i}") for i in range(200)]
    (names / "google_ar2en_train.tsv").write_text(
        "arabic\tlatin\tpart\n" + "".join(f"{a}\t{b}\ttrain\n" for a, b in arabic),
        encoding="utf-8",
    )
    (names / "wd_russian_train.tsv").write_text(
        "latin\tcyrillic\tcount\nkarim\tкарим\t2\nkareem\tкарим\t1\n", encoding="utf-8"
    )
    rows = {
        "1": {"name": "Nis", "countrycode": "RS", "alternatenames": ["نيش", "Ниш", "Нис"]},
        "2": {"name": "Karaj", "countrycode": "IR", "alternatenames": ["کرج", "كراج", "نيش"]},
        "3": {"name": "Nis", "countrycode": "US", "alternatenames": ["نیس"]},
    }
    file = tmp_path / "cities500.json"
    file.write_text(json.dumps(rows), encoding="utf-8")
    return Sources(tmp_path, file)


def test_arabic_names_of_balkan_places_and_their_namesakes_are_never_learned_from(
    sources: Sources,
) -> None:
    likely = sources.arabic_latin().likely
    assert ("كرج", "karaj") in likely
    assert all(latin == "karaj" for _, latin in likely)


def test_only_the_train_fold_is_learned_from(sources: Sources) -> None:
    sure = sources.arabic_latin().sure
    assert 100 < len(sure) < 200
    assert set(folds(sure)) == {TRAIN}


def test_serbian_names_of_places_teach_cyrillic(sources: Sources) -> None:
    assert ("ниш", "nis") in sources.cyrillic_latin().likely


def test_each_table_names_its_data(sources: Sources) -> None:
    for _, read in sources.materials():
        assert all("(" in origin for origin in read().origin)
