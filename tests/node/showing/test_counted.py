"""Series that a form offers."""

from headwater.node.showing import series_of
from headwater.picture import Picture, make_table


def test_each_name_stands_once_if_it_is_counted_over_time():
    told = {"series": ["b", "a", "c", "b"], "date": ["2024", "2024", "", "2025"]}
    assert series_of(Picture.of({"series": make_table("series", told)})) == ["a", "b"]
