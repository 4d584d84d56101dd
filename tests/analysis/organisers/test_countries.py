import pyarrow as pa

from headwater.analysis.organisers.countries import countries_of
from headwater.picture import Picture, make_table
from tests.analysis.organisers.ranking.test_method import STAR, picture_of


def with_countries(picture, told, **columns):
    """Adds statements that give people a country."""
    n = len(told)
    rows = {
        "id": [f"C{i}#1.1" for i in range(n)],
        "urn": [f"C{i}" for i in range(n)],
        "entity": [person for person, _ in told],
        "schema": ["Person"] * n,
        "property": ["country"] * n,
        "value": [country for _, country in told],
        "status": ["accepted"] * n,
        "modality": ["done"] * n,
    } | columns
    statements = make_table("statements", rows)
    return Picture.of(dict(picture.tables) | {"statements": statements})


def test_a_person_may_have_several_countries_or_none():
    picture = with_countries(picture_of(STAR), [("hub", "RS"), ("hub", "ba"), ("x", "fr")])
    found = countries_of(picture, ["hub", "a"], include_proposed=False)
    assert found == [{"rs", "ba"}, set()]


def test_nationality_and_what_nobody_accepted_are_not_read():
    picture = with_countries(
        picture_of(STAR),
        [("hub", "rs"), ("a", "fr")],
        property=["nationality", "country"],
        status=["accepted", "proposed"],
    )
    assert countries_of(picture, ["hub", "a"], include_proposed=False) == [set(), set()]
    assert countries_of(picture, ["hub", "a"], include_proposed=True) == [set(), {"fr"}]


def test_the_column_country_of_a_plain_file_is_read():
    given = pa.table({"id": ["hub", " a"], "country": ["RS", ""]})
    picture = Picture.of(dict(picture_of(STAR).tables) | {"given_people": given})
    assert countries_of(picture, ["hub", "a"], include_proposed=False) == [{"rs"}, set()]
