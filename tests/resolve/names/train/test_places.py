import json
from pathlib import Path

from headwater.resolve.names.train.places import places

ROWS = {
    "1": {
        "name": "Nova Gora",
        "countrycode": "RS",
        "alternatenames": ["Нова Гора", "نوفا غورا، صربيا", "Гора", "Nova Gora"],
    },
    "2": {"name": "Нова", "countrycode": "BG", "alternatenames": []},
}


def test_words_of_a_place_are_paired_in_their_order(tmp_path: Path) -> None:
    file = tmp_path / "cities.json"
    file.write_text(json.dumps(ROWS), encoding="utf-8")
    (place,) = places(file)
    assert place.latin() == ["nova", "gora"]
    assert list(place.words("cyrl")) == [("нова", "nova"), ("гора", "gora")]
    assert list(place.words("arab")) == [("نوفا", "nova"), ("غورا", "gora")]
