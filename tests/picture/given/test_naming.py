import pyarrow as pa
import pytest

from headwater.picture.given.cells import PlainCells
from headwater.picture.given.naming import named_in


def named(text, people=("Ana Kos", "Đorđe", "Bo"), ids=("p-17", "12", "2024")):
    rows = {"id": [*ids, *("" for _ in people)], "name": [*("" for _ in ids), *people]}
    (found,) = named_in(PlainCells(pa.table(rows), "people.csv"))(pa.array([text])).to_pylist()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Ana Kos",
        "house of Ana Kos, Horgos",
        "KOS, Ana - crossings",
        "ana  kos's boats",
        "đorđe's yard",
        "Dorde",
        "leg of p-17",
        "Bo",
        "12",
    ],
)
def test_a_name_or_id_is_found_in_a_longer_text_whatever_its_case_and_order(text):
    assert named(text)


@pytest.mark.parametrize(
    "text",
    ["", "Ana", "Kosovo", "Anaheim Kosice", "Bo Street", "arrivals 12", "arrivals 2024", "Horgos"],
)
def test_other_words_and_short_ones_inside_a_text_name_nobody(text):
    assert not named(text)


def test_without_people_nobody_is_named():
    assert not named("Ana Kos", people=(), ids=("",))
