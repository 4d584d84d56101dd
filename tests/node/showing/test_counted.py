"""Series that a form offers."""

from headwater.node.showing import series_of
from headwater.picture import Picture, make_table


def test_each_name_stands_once_and_none_is_empty():
    table = make_table("series", {"series": ["b", "a", "", "b"]})
    assert series_of(Picture.of({"series": table})) == ["a", "b"]
