"""What pairs of records say before anything is weighed."""

import numpy as np

from headwater.resolve.records import PersonRecord
from headwater.resolve.scoring import STRATA, starting_model
from headwater.resolve.scoring.evidence import gather, name_strata

RECORDS = [
    PersonRecord("a", {"name": ("Murad Barzani",), "birth_date": ("1980-02-03",)}, ("suspect",)),
    PersonRecord("b", {"name": ("x", "Мурад Барзани"), "birth_date": ("1980",)}, ("suspect",)),
    PersonRecord("c", {"name": ("unknown",), "phone": ("+38970123456",)}, ("suspect",)),
    PersonRecord("d", {"name": ("Soran Barzani",), "phone": ("+38970123456",)}, ("suspect",)),
]
EVERY = np.array([(a, b) for a in range(4) for b in range(a + 1, 4)])


def gathered(pairs):
    return gather(RECORDS, np.array(pairs), starting_model().frequencies)


def test_only_fields_that_both_records_have_say_anything():
    found = gathered(EVERY)
    assert found.fields["birth_date"].rows.tolist() == [0]
    assert found.fields["phone"].rows.tolist() == [5]
    assert set(found.fields) == {"birth_date", "phone"}


def test_of_several_names_the_best_pair_counts_and_no_name_counts_for_none():
    found = gathered(EVERY)
    assert found.names.rows.tolist() == [0, 2, 4]
    assert STRATA[found.names.stratum[0]] == "cyrl latn"
    assert found.names.bits[0] > found.names.bits[1]
    assert STRATA[found.strata[5]] == "other"


def test_names_of_relatives_are_told_from_one_name():
    assert gathered(EVERY).kin.tolist() == [False, False, True, False, True, False]


def test_the_order_within_a_pair_does_not_matter():
    one, other = gathered(EVERY), gathered(EVERY[:, ::-1])
    assert np.array_equal(one.names.bits, other.names.bits)
    assert np.array_equal(one.fields["phone"].level, other.fields["phone"].level)


def test_part_of_the_evidence_is_the_evidence_of_that_part():
    held = gathered(EVERY).fields["phone"]
    assert held.of(np.array([1, 5])).rows.tolist() == [1]
    assert held.of(np.array([0, 1])).rows.tolist() == []


def test_no_pairs_say_nothing():
    assert gathered(np.zeros((0, 2), dtype=np.int64)).pairs == 0


def test_a_pair_says_the_same_alone_as_among_many():
    many = gathered(np.tile(EVERY, (20, 1)))
    for place, pair in enumerate(EVERY):
        alone = gathered([pair])
        mine = many.names.rows == place
        assert alone.names.bits.tolist() == many.names.bits[mine].tolist()
        assert alone.names.shape.tolist() == many.names.shape[mine].tolist()
        for field, held in alone.fields.items():
            among = many.fields[field].of(np.array([place]))
            assert held.level.tolist() == among.level.tolist()
            assert held.rarity.tolist() == among.rarity.tolist()


def test_the_scripts_of_a_pair_are_known_before_its_names_are_compared():
    possible = name_strata(RECORDS, EVERY)
    found = gathered(EVERY)
    assert possible[np.arange(len(EVERY)), found.strata].all()
    assert possible.sum(axis=1).tolist() == [1, 1, 1, 1, 1, 1]
