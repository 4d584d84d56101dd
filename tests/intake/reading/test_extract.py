"""The table of places, made from a GeoNames extract."""

import csv
from pathlib import Path

from headwater.intake.reading.extract import COLUMNS, extract

HEAD = "geonameid,name,country,lat,lon,population,alt_names\n"


def written(tmp_path: Path, rows: str) -> list[dict[str, str]]:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(HEAD + rows, encoding="utf-8")
    extract(source, out)
    lines = out.read_text(encoding="utf-8").splitlines()
    assert "CC BY 4.0" in lines[0]
    return list(csv.DictReader(lines[1:]))


def test_airport_codes_and_far_scripts_are_left_out(tmp_path: Path) -> None:
    row = "1,Tirana,AL,41.3,19.8,400000,TIA|Tiranë|Тирана|تيرانا|地拉那|ティラナ\n"
    place = written(tmp_path, row)[0]
    assert set(place) == set(COLUMNS)
    assert place["spellings"].split("|") == ["Tirana^", "Tirana~", "Tiranë^", "Тирана", "تيرانا"]


def test_a_spelling_that_does_not_sound_like_the_name_is_left_out(tmp_path: Path) -> None:
    row = "1,Tirana,AL,41.3,19.8,400000,Trnava|Трнава\n"
    assert written(tmp_path, row)[0]["spellings"] == "Tirana^|Tirana~"


def test_spellings_of_the_neighbours_are_kept(tmp_path: Path) -> None:
    row = "1,Bitola,MK,41,21.3,69287,Manastır|Битола|Бітола|Μοναστήρι|Monasterium|بيتولا|بٹولا\n"
    kept = written(tmp_path, row)[0]["spellings"].split("|")
    assert kept == ["Bitola~", "Bitola^", "Manastır", "Битола~", "Bitolla^^", "Μοναστήρι", "بيتولا"]


def test_a_village_without_a_spelling_of_its_own_is_kept_too(tmp_path: Path) -> None:
    rows = "1,Çalca,TR,39,35,600,Calca\n2,Horgoš,RS,46.1,19.9,0,\n"
    kept = {place["name"]: place["spellings"] for place in written(tmp_path, rows)}
    assert kept == {"Çalca": "Çalca", "Horgoš": "Horgoš~|Horgoš^|Horgosh^^"}


def test_the_shipped_table_is_small() -> None:
    import headwater.intake.reading as package

    table = Path(str(package.__file__)).parent / "data" / "places.csv"
    assert table.stat().st_size < 1_350_000
