import numpy as np

from headwater.picture.independence.candidates import candidates
from headwater.picture.independence.evidence import FULL, QUICK, Ledger, quick
from headwater.picture.independence.facts import read_facts
from headwater.picture.independence.texts import read_texts
from tests.picture.independence.telling import told


def weighed(one, other):
    tables = told(one, other)
    texts = read_texts(*tables[:2])
    facts = read_facts(texts, tables[2])
    pairs, ledger = candidates(texts, facts), Ledger(texts, facts)
    rows = ledger.full(pairs, quick(facts, pairs), np.zeros(pairs.later.size))
    return dict(zip(FULL, rows[0].tolist(), strict=True)), ledger


def test_every_column_has_its_name_and_the_quick_ones_come_first():
    row, _ = weighed("Taulant Korca took 17 of them.", "Taulant Korca took 17 and 23 of them.")
    assert tuple(row)[: len(QUICK)] == QUICK
    assert row["only later number"] == 1
    assert row["only earlier number"] == 0
    assert row["shared number"] > 0
    assert row["shared place"] == 0


def test_a_number_that_one_has_alone_tells_two_reports_apart():
    alike = "Taulant Korca took 17 of them."
    assert not weighed(alike, alike)[1].differ(0, 1)
    assert weighed(alike, "Taulant Korca took 17, then 23.")[1].differ(0, 1)
