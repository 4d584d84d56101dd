from headwater.picture import from_plain_files


def places(folder, text):
    file = folder / "legs.csv"
    file.write_text(text, encoding="utf-8")
    picture = from_plain_files(legs=file)
    return {row["id"]: (row["lat"], row["lon"]) for row in picture.places.to_pylist()}, picture


def test_a_plain_file_of_legs_may_say_where_its_places_lie(tmp_path):
    found, _ = places(
        tmp_path,
        "from,to,from_lat,from_lon,to_lat,to_lon\n"
        "Horgos,Szeged,46.16,19.97,,\nHorgos,Subotica,1,1,46.1,19.67\n,Baja,,,95,19\n",
    )
    assert found == {"Horgos": (46.16, 19.97), "Subotica": (46.1, 19.67)}


def test_without_these_columns_no_place_has_a_position(tmp_path):
    found, picture = places(tmp_path, "from,to\nHorgos,Szeged\n")
    assert found == {}
    assert picture.caveats == ()


def test_a_position_that_is_no_number_is_named(tmp_path):
    found, picture = places(tmp_path, "from,to,from_lat,from_lon\nHorgos,Szeged,north,19\n")
    assert found == {}
    assert any("north is not a number" in caveat for caveat in picture.caveats)


def test_a_name_that_stands_for_places_of_several_countries_is_told(tmp_path):
    _, picture = places(
        tmp_path,
        "from,to,from_lat,from_lon\nNovo Selo,Szeged,45.8,19.1\nNovo Selo,Baja,41.4,22.9\n"
        "Novo Selo,Baja,45.9,19.1\nNovo Selo,Baja,44.2,22.8\n",
    )
    (caveat,) = picture.caveats
    assert caveat.startswith("legs.csv, line 3: Novo Selo lies elsewhere than in another row")
    assert "in brackets" in caveat
