from headwater.picture.independence.candidates import candidates, in_time
from headwater.picture.independence.facts import read_facts
from headwater.picture.independence.texts import read_texts
from tests.picture.independence.telling import told

SAME = "Taulant Korca took 17 people on 2024-01-0{}."


def pairs_of(*sentences):
    tables = told(*sentences)
    texts = read_texts(*tables[:2])
    facts = read_facts(texts, tables[2])
    pairs = candidates(texts, facts)
    return list(zip(pairs.earlier.tolist(), pairs.later.tolist(), strict=True)), facts


def test_whoever_shares_a_rare_combination_is_a_candidate_the_earlier_first():
    found, facts = pairs_of(SAME.format(5), SAME.format(3), "Nothing of it in Edirne.")
    assert found == [(1, 0)]
    assert in_time(facts).tolist() == [2, 1, 0]


def test_nothing_in_common_and_nothing_at_all_make_no_candidates():
    assert pairs_of("Seen in Edirne.", "Heard of 12 boats.")[0] == []
    assert pairs_of()[0] == []
