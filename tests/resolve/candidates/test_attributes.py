import numpy as np

from headwater.resolve.candidates.attributes import attributes
from tests.resolve.candidates.people import person

KNOWN = attributes(
    [
        person("a", "Karwan Hoshyar", birth_date="1990-03-07", place="Niš", sex="m"),
        person("b", "HOSHYAR Karwan", birth_date="1990-07-03", place="Ниш", sex="M"),
        person("c", "کاروان هوشیار", birth_date="1990"),
        person("d", "N.N.", birth_date="about 1990", country="IQ"),
    ]
)


def words(record: int) -> list[int]:
    return sorted(KNOWN.word[KNOWN.start[record] : KNOWN.start[record + 1]].tolist())


def test_what_is_not_known_is_zero_in_every_column() -> None:
    assert KNOWN.year.tolist() == [1990, 1990, 1990, 0]
    assert KNOWN.day[2] == KNOWN.day[3] == 0
    assert KNOWN.codes["country"][:3].tolist() == [0, 0, 0]
    assert KNOWN.name[3] == 0
    assert words(3) == []


def test_day_and_month_are_the_same_in_either_order() -> None:
    assert KNOWN.day[0] == KNOWN.day[1] != 0


def test_a_place_is_the_same_in_another_script() -> None:
    assert KNOWN.codes["place"][0] == KNOWN.codes["place"][1] != 0


def test_a_name_is_the_same_in_any_order_but_not_in_another_script() -> None:
    assert words(0) == words(1) != words(2)
    assert KNOWN.name[0] == KNOWN.name[1] != KNOWN.name[2]


def test_no_records_give_empty_columns() -> None:
    none = attributes([])
    assert len(none.year) == 0
    assert none.start.tolist() == [0]
    assert all(np.array_equal(column, []) for column in none.codes.values())
