import numpy as np

from headwater.picture.independence.candidates import candidates
from headwater.picture.independence.copying.manner import MANNER, Manner
from headwater.picture.independence.copying.rivals import RIVALS
from headwater.picture.independence.copying.weighing import (
    EVIDENCE,
    copying,
    evidence,
    first_look,
    read_weights,
    rows_of,
    shipped_weights,
)
from headwater.picture.independence.evidence import FULL, QUICK, Ledger
from headwater.picture.independence.facts import read_facts
from headwater.picture.independence.texts import read_texts
from headwater.picture.independence.wording import Wording
from tests.picture.independence.telling import told

TEXT = "Taulant Korca took 17 of them to Berovo Slatina."


def read(*tables):
    texts = read_texts(*tables[:2])
    facts = read_facts(texts, tables[2])
    manner = Manner(texts, tables[1], tables[2], Wording(texts))
    return texts, facts, Ledger(texts, facts), manner


def test_the_shipped_weights_fit_the_evidence():
    weights = shipped_weights()
    before_rivals = len(FULL) + len(MANNER)
    assert weights.quick.size == len(QUICK) + 1
    assert max(c for tree in weights.first.trees for c in tree.columns) < before_rivals
    assert max(c for tree in weights.second.trees for c in tree.columns) < len(EVIDENCE)
    assert all(tree.leaves.size == 1 << len(tree.columns) for tree in weights.second.trees)


def test_weights_that_are_written_and_read_again_are_the_same():
    weights = shipped_weights()
    rows = rows_of(weights)
    again = read_weights(",".join(row) for row in rows)
    assert rows_of(again) == rows
    table = np.random.default_rng(0).normal(size=(20, len(EVIDENCE)))
    assert np.allclose(again.second.odds(table), weights.second.odds(table))


def test_every_pair_that_passes_the_first_look_gets_all_evidence_and_odds():
    texts, facts, ledger, manner = read(*told(TEXT, TEXT))
    found = first_look(facts, candidates(texts, facts), shipped_weights().quick, ledger)
    table = evidence(*found, ledger, manner)
    assert table.shape[1] == len(EVIDENCE) - len(RIVALS)
    pairs, odds = copying(texts, facts, ledger, manner)
    assert odds.size == pairs.later.size == table.shape[0]
    assert np.isfinite(odds).all()


def test_reports_that_share_nothing_have_no_odds():
    pairs, odds = copying(*read(*told(TEXT, "Nobody was seen.")))
    assert odds.size == pairs.later.size == 0
