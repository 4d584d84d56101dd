import numpy as np

from headwater.analysis.organisers.evidence import gather
from headwater.analysis.organisers.groups.telling import Seen, group_name, overlap_of, rows_of
from headwater.graph.groups import Change
from tests.analysis.organisers.groups.test_method import picture_of

ASKED = {"layers": "", "include_proposed": False, "drop_weak": False}


def test_a_row_names_who_its_members_are_tied_to_most_and_counts_pairs_once():
    picture = picture_of([("a", "b"), ("b", "c"), ("b", "c"), ("c", "d")])
    evidence = gather(picture, ASKED)
    name = np.array([0, 0, 0, -1])
    network = evidence.network(evidence.ties).undirected()
    seen = Seen(
        period="2024-01",
        name=name,
        changes=(Change("goes on", 0), Change("took in", 0, 4)),
        network=network,
        holds=np.ones(4, dtype=np.bool_),
        overlap=overlap_of(network, name),
    )
    [(row, statements)] = rows_of(evidence, seen)
    assert (row["around"], row["ties"]) == (["B", "C", "A"], 2)
    assert row["change"] == f"goes on; took in {group_name(4)}"
    assert row["held_to"] == []
    assert len(statements) == 4
