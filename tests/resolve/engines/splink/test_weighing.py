import numpy as np

from headwater.resolve.engines.splink.levels import settings
from headwater.resolve.engines.splink.weighing import text_of, weigh_further
from headwater.resolve.records import PersonRecord


def test_a_pair_that_was_no_candidate_is_weighed_by_what_was_learnt(reference):
    reference("splink")
    records = [
        PersonRecord("a", {"name": ("Goran Perić",), "phone": ("1",)}),
        PersonRecord("b", {"name": ("Горан Перић",), "phone": ("1",)}),
        PersonRecord("c", {"name": ("Ivana Kovač",), "phone": ("2",)}),
    ]
    trained = settings(["phone"], "duckdb")
    _, shared, other = trained["comparisons"][2]["comparison_levels"]
    shared |= {"m_probability": 0.8, "u_probability": 0.1}
    other |= {"m_probability": 0.2, "u_probability": 0.9}
    for level in trained["comparisons"][1]["comparison_levels"][1:]:
        level |= {"m_probability": 0.1, "u_probability": 0.1}
    weighed = weigh_further(records, np.array([[1, 2], [0, 1]]), ["phone"], trained)
    assert weighed["phone"][1] == 3.0
    assert weighed["phone"][0] < 0 < weighed["phone"][1]
    assert weighed["name"][0] < 0 < weighed["name"][1]


def test_the_same_estimates_are_the_same_text():
    assert text_of({"comparisons": [{"a": 1, "b": 2}]}) == text_of(
        {"comparisons": [{"b": 2, "a": 1}], "linker_uid": "x"}
    )
