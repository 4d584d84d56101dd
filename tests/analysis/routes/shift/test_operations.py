from datetime import date

import pyarrow as pa

from headwater.analysis.routes.shift.operations import about, events_of
from headwater.picture import Picture
from headwater.series import number_of


def events(*rows, caveats=None):
    names = ("id", "date", "end", "place", "kind")
    columns = {name: [row[at] for row in rows] for at, name in enumerate(names)}
    picture = Picture.of({"given_operations": pa.table(columns)})
    return events_of(picture, "month", [] if caveats is None else caveats)


def month(text):
    return number_of(date.fromisoformat(f"{text}-01"), "month")


OPERATION = ("OP1", "2020-03-10", "2020-06-20", "Horgos", "arrests")


def test_a_shift_is_set_beside_the_beginning_and_the_end_of_an_operation():
    found = events(OPERATION)
    assert [one["event"] for one in about(found, month("2020-04"), 2, ["Horgos > Szeged"])] == [
        "began"
    ]
    assert [one["event"] for one in about(found, month("2020-07"), 2, [])] == ["ended"]
    assert about(found, month("2020-01"), 2, []) == []


def test_an_operation_at_the_place_is_told_from_one_elsewhere():
    (one,) = about(events(OPERATION), month("2020-03"), 2, ["HORGOS > Szeged (van)"])
    assert one["here"]
    (one,) = about(events(OPERATION), month("2020-03"), 2, ["Edirne > Sofia"])
    assert not one["here"]


def test_an_operation_without_an_end_or_a_readable_date_takes_no_other_with_it():
    caveats = []
    found = events(("A", "2020-03-10", "", "", ""), ("B", "soon", "", "", ""), caveats=caveats)
    assert [one.id for one in found] == ["A"]
    assert caveats == ["1 dates of operations cannot be read: B (soon)."]


def test_a_picture_without_operations_has_none():
    assert events_of(Picture.of({}), "week", []) == []
