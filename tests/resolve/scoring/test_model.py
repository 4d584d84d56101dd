import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model import Refused
from headwater.resolve.records import FIELDS
from headwater.resolve.scoring import read_model, shipped_model
from headwater.resolve.scoring.fields import LEVELS
from tests.resolve.scoring.people import person

BASE = {"name": "Arben Kelmendi", "birth_date": "1985-04-12"}


def test_the_weight_is_the_sum_of_its_parts_and_names_no_value():
    left = person("a", **BASE, phone="+38344123456", place="Ferizaj")
    right = person("b", **BASE, phone="+38344123456", place="Ferizaj")
    weight = shipped_model().weigh(left, right)
    assert weight.bits == pytest.approx(sum(part.bits for part in weight.parts))
    assert {part.field for part in weight.parts} == {
        "prior",
        "name",
        "birth_date",
        "phone",
        "place",
    }
    said = " ".join(part.level for part in weight.parts)
    assert not any(text in said for text in ("Kelmendi", "1985", "38344", "Ferizaj"))


def test_a_missing_field_adds_nothing():
    left, right = person("a", **BASE, phone="+38344123456"), person("b", **BASE)
    assert shipped_model().weigh(left, right) == shipped_model().weigh(person("a", **BASE), right)


def test_many_pairs_weigh_what_each_weighs_alone():
    people = [
        person("a", **BASE),
        person("b", **BASE, sex="m", country="XK"),
        person("c", name="Арбен Келменди", birth_date="1985", sex="m", country="AL"),
    ]
    pairs = np.array([[0, 1], [2, 0], [1, 2]])
    bits = shipped_model().weigh_pairs(people, pairs)
    alone = [shipped_model().weigh(people[a], people[b]).bits for a, b in pairs]
    assert bits == pytest.approx(alone)
    assert bits == pytest.approx(shipped_model().weigh_pairs(people, pairs[:, ::-1]))
    explained = shipped_model().weigh_each(people, pairs)
    assert explained == [shipped_model().weigh(people[a], people[b]) for a, b in pairs]


def test_records_of_several_values_are_compared_by_their_best():
    one = person("a", **BASE, phone="+38344123456")
    two = person("b", **BASE, phone="+38344123456")
    both = two._replace(values={**two.values, "phone": ("+38344999888", "+38344123456")})
    assert shipped_model().weigh(one, both).bits == shipped_model().weigh(one, two).bits


def test_a_common_value_weighs_no_more_than_a_rare_one():
    model = shipped_model()
    first = person("a", **BASE), person("b", **BASE)
    new_year = {**BASE, "birth_date": "1985-01-01"}
    placeholder = person("a", **new_year), person("b", **new_year)
    dates = [
        next(p.bits for p in model.weigh(*pair).parts if p.field == "birth_date")
        for pair in (first, placeholder)
    ]
    assert dates[0] > dates[1] + 2


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("birth_date", ("1985-04-12", "1985-04-17", "1985-05-17", "1985-10-29", "1941-10-30")),
        ("phone", ("+38344123456", "+38344123465", "+905321112233")),
        ("place", ("Ferizaj", "Ferizaj i ri", "Ferixaj", "Calais")),
        ("postcode", ("BS20EL", "BS2OEL", "BS29XY", "TQ138DF")),
        ("name", ("Arben Kelmendi", "Arben Kelmend", "Arben Krasniqi", "Milan Stojanov")),
    ],
)
def test_more_agreement_never_weighs_less(field, values):
    model, left = shipped_model(), person("a", **{field: values[0]})
    bits = [model.weigh(left, person("b", **{field: value})).bits for value in values]
    assert bits == sorted(bits, reverse=True)


texts = st.text(max_size=12)


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), texts), texts)
def test_whatever_records_hold_their_weight_is_a_number_and_has_no_order(values, name):
    left = person("a", **{**values, "name": name})
    right = person("b", **values)
    model = shipped_model()
    bits = model.weigh(left, right).bits
    assert np.isfinite(bits)
    assert bits == pytest.approx(model.weigh(right, left).bits)


def test_each_tenfold_growth_costs_three_bits_and_a_third():
    model = shipped_model()
    assert model.sized(100_001).prior == pytest.approx(model.sized(10_001).prior - np.log2(10))


def test_probability_rises_with_bits_and_what_is_sure_is_probable():
    model = shipped_model()
    bits = np.arange(-20.0, 40.0)
    strata = np.zeros(len(bits), dtype=np.int8)
    chance = model.probability(bits, strata)
    assert np.all(np.diff(chance) >= 0)
    assert np.all(chance[model.sure(bits, strata)] > 0.9)


def test_a_model_comes_back_from_its_text_and_a_changed_text_is_refused():
    model = shipped_model()
    assert read_model(model.text) == model
    assert read_model(model.text).digest == model.digest
    for broken in ("", "headwater scoring model\t1\n", model.text.replace("size\t", "size\t1", 1)):
        with pytest.raises(Refused):
            read_model(broken)


def test_the_shipped_model_says_where_it_comes_from_and_knows_every_level():
    model = shipped_model()
    assert {"data", "licence"} <= set(model.header)
    for field, table in model.fields.items():
        assert len(table.same) == len(table.other) == len(LEVELS[FIELDS[field]])
