from itertools import combinations

import numpy as np
import pytest

from headwater.resolve.scoring import fit, shipped_model
from tests.resolve.scoring.people import crowd, person


def all_pairs(number: int) -> np.ndarray:
    return np.array(list(combinations(range(number), 2)))


def test_a_table_is_resolved_without_labels():
    people = crowd()
    pairs = all_pairs(len(people))
    model = fit(people, pairs)
    chance = model.probability(model.weigh_pairs(people, pairs))
    same = np.array([people[a].id[:4] == people[b].id[:4] for a, b in pairs])
    assert chance[same].min() > 0.9
    assert np.mean(chance[~same] > 0.5) < 0.001
    assert model.matches * len(people) == pytest.approx(same.sum(), rel=0.2)


def test_twenty_records_give_a_sane_model():
    people = crowd(10)
    model = fit(people, all_pairs(20))
    assert model.weigh(people[0], people[1]).bits > 5
    assert model.weigh(people[0], people[2]).bits < -5


def test_people_who_are_all_different_stay_so():
    people = crowd(30)[::2]
    model = fit(people, all_pairs(30))
    assert model.probability(model.weigh_pairs(people, all_pairs(30))).max() < 0.5


@pytest.mark.parametrize("number", [0, 1, 2])
def test_hardly_any_records_give_the_shipped_weights(number):
    people = crowd(1)[:number]
    model = fit(people, all_pairs(number) if number > 1 else np.zeros((0, 2), dtype=np.int64))
    assert np.isfinite(model.prior)
    assert set(model.fields) == set(shipped_model().fields)


def test_the_order_of_records_and_pairs_makes_no_difference():
    people = crowd(20)
    pairs = all_pairs(40)
    turned = people[::-1]
    again = (39 - pairs)[::-1]
    assert fit(people, pairs).text == fit(turned, again).text


def test_judgements_teach_that_a_number_is_shared():
    people = [
        person(f"s{i:02}", name=name, phone="+38344123456")
        for i, name in enumerate(
            ("Arben Kelmendi", "Besnik Krasniqi", "Ilir Hoxha", "Dritan Gashi")
        )
    ]
    people += crowd(30)
    pairs = all_pairs(len(people))
    judged = {(f"s{a:02}", f"s{b:02}"): False for a, b in combinations(range(4), 2)}
    before = fit(people, pairs).weigh(people[0], people[1]).bits
    assert fit(people, pairs, judged).weigh(people[0], people[1]).bits < before


def test_a_model_holds_no_value_that_few_people_have():
    people = crowd(30)
    text = fit(people, all_pairs(60)).text
    assert "KELMENDI" not in text.upper()
    assert "share\tphone" not in text
