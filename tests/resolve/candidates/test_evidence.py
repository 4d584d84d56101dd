import numpy as np
import pytest

from headwater.resolve.candidates.attributes import attributes
from headwater.resolve.candidates.evidence import AGREEING, Evidence
from tests.resolve.candidates.people import person

COUNTRIES = ["IQ", "IQ", "IQ", "AF", "RS"]
PLACES = ["Niš", "Niš", "Niš", "Plevlja", "Ferizaj", "Edirne"]
CROWD = [
    person(
        f"c{i}",
        f"Petar Jovanović{i}",
        country=COUNTRIES[i % 5],
        place=PLACES[i % 6],
        sex="m",
        birth_date=f"{1950 + i % 50}-0{1 + i % 9}-{10 + i % 17}",
    )
    for i in range(200)
]


def bits(left: dict[str, str], right: dict[str, str]) -> float:
    pair = [person("a", "Ali", **left), person("b", "Ali", **right)]
    found = Evidence(attributes([*pair, *CROWD])).bits(np.array([0]), np.array([1]))
    return float(found[0])


NOTHING = bits({}, {})


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"place": "Niš"}, {}),
        ({"birth_date": "1980"}, {"country": "IQ"}),
        ({"sex": "m"}, {"sex": ""}),
    ],
)
def test_what_only_one_record_has_says_nothing(left: dict[str, str], right: dict[str, str]) -> None:
    assert bits(left, right) == NOTHING


@pytest.mark.parametrize(
    ("field", "value", "other"),
    [
        ("country", "AF", "IQ"),
        ("place", "Plevlja", "Niš"),
        ("birth_date", "1980-03-07", "1964-11-21"),
    ],
)
def test_agreement_speaks_for_a_pair_and_disagreement_against(
    field: str, value: str, other: str
) -> None:
    assert bits({field: value}, {field: value}) > NOTHING > bits({field: value}, {field: other})


def test_agreement_on_what_nearly_all_share_never_speaks_against() -> None:
    assert bits({"sex": "m"}, {"sex": "m"}) >= NOTHING


def test_a_rare_value_says_more_than_a_common_one() -> None:
    rare, common = {"place": "Plevlja"}, {"place": "Niš"}
    assert bits(rare, rare) > bits(common, common)


def test_a_birth_year_next_to_the_other_says_less_than_the_same_and_more_than_one_far_off() -> None:
    said = [bits({"birth_date": "1980"}, {"birth_date": year}) for year in ("1980", "1981", "1990")]
    assert said == sorted(said, reverse=True)
    assert len(set(said)) == 3


@pytest.mark.parametrize("moved", [False, True])
def test_how_much_a_field_is_trusted_is_read_off_the_data(moved: bool) -> None:
    records = [
        person(
            f"p{i}{side}",
            f"Karwan{chr(97 + i % 26)} Hosh{chr(97 + i // 26)}yar",
            birth_date=f"{1950 + i % 50}-0{1 + i % 9}-{10 + i % 17}",
            place=f"Place{chr(98 + (i + side * moved) % 20) * 3}ac",
        )
        for i in range(200)
        for side in range(2)
    ]
    first = Evidence(attributes(records))
    pairs = np.arange(0, 400, 2), np.arange(1, 400, 2)
    informed = first.informed(*pairs, np.full(200, 20, np.float32), 5.0)
    # Agreement counts for more where all agree, disagreement for less where all have moved.
    assert (informed.bits(*pairs) > first.bits(*pairs)).all()


def test_without_sure_pairs_the_first_reading_holds() -> None:
    known = attributes(CROWD)
    none = np.empty(0, np.int64)
    same = Evidence(known).informed(none, none, np.empty(0, np.float32), 10.0)
    one, other = np.array([0, 1]), np.array([5, 7])
    assert np.allclose(same.bits(one, other), Evidence(known, AGREEING).bits(one, other))
