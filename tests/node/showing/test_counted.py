"""Series that a form offers."""

from headwater.node.showing import series_of
from headwater.picture import Picture, make_table


def _offered(series: list[str], dates: list[str]) -> list[str]:
    told = {"series": series, "date": dates}
    return series_of(Picture.of({"series": make_table("series", told)}))


def test_each_name_stands_once_if_it_is_counted_over_time():
    assert _offered(["b", "a", "c", "b"], ["2024", "2024", "", "2025"]) == ["a", "b"]


def test_people_counted_in_one_report_are_no_series_that_is_offered():
    assert _offered(["unnamed", "a"], ["2024", "2024"]) == ["a"]
    assert _offered(["unnamed"], ["2024"]) == []
