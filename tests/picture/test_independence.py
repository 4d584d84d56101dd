import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.picture import independence

STORY = "Officers found twelve people in a van near the border on Monday night, said the ministry."


def groups_of(reports, items=()):
    columns = {"originator": "", "cites": [], "origin_known": True, "record_date": ""}
    rows = [columns | {"originator": f"Agency {r['urn']}"} | r for r in reports]
    table = pa.Table.from_pylist(
        rows,
        schema=pa.schema(
            [
                *(("urn", pa.string()), ("originator", pa.string())),
                *(("cites", pa.list_(pa.string())), ("origin_known", pa.bool_())),
                ("record_date", pa.string()),
            ]
        ),
    )
    texts = pa.table(
        {
            "urn": pa.array([urn for urn, _ in items], pa.string()),
            "text": pa.array([text for _, text in items], pa.string()),
        }
    )
    return independence(table, texts)


def members(groups):
    return [group.reports for group in groups]


def test_reports_of_different_originators_stand_alone():
    groups = groups_of([{"urn": "b"}, {"urn": "a"}])
    assert members(groups) == [("a",), ("b",)]
    assert [group.reason for group in groups] == ["", ""]


def test_one_originator_is_one_source():
    groups = groups_of(
        [{"urn": u, "originator": o} for u, o in zip("abc", ("X", "x ", "Y"), strict=True)]
    )
    assert members(groups) == [("a", "b"), ("c",)]
    assert groups[0].reason == "the same originator"


def test_two_press_stories_are_not_yet_known_to_be_independent():
    groups = groups_of([{"urn": u, "origin_known": False} for u in "ab"])
    assert members(groups) == [("a", "b")]
    assert groups[0].reason == "not yet known to be independent"


def test_whoever_repeats_the_words_is_no_second_source():
    shouted = STORY.upper().replace(" ", "  ")
    groups = groups_of([{"urn": u} for u in "abc"], [("a", STORY), ("c", shouted)])
    assert members(groups) == [("a", "c"), ("b",)]
    assert groups[0].links[0].tier == "verbatim"
    assert groups[0].links[0].phrases == (shouted,)


def test_a_group_is_printed_with_what_ties_it_together():
    printed = groups_of([{"urn": u, "origin_known": False} for u in "ab"])[0].as_dict()
    assert printed["links"] == ({"a": "a", "b": "b", "tier": "unknown origin", "phrases": ()},)
    assert (printed["id"], printed["reports"]) == ("a", ("a", "b"))


def test_a_few_words_agree_by_chance():
    groups = groups_of([{"urn": u} for u in "ab"], [("a", "Nothing new."), ("b", "Nothing new.")])
    assert len(groups) == 2


@pytest.mark.parametrize("cites", [(["b"], []), (["x"], ["x"])])
def test_a_citation_or_a_shared_origin_ties_reports(cites):
    groups = groups_of([{"urn": u, "cites": c} for u, c in zip("ab", cites, strict=True)])
    assert members(groups) == [("a", "b")]
    assert groups[0].links[0].tier == "citation"


@given(st.lists(st.tuples(st.sampled_from("XYZ"), st.booleans()), max_size=8), st.randoms())
def test_every_report_is_in_one_group_in_whatever_order_they_come(told, mix):
    reports = [
        {"urn": f"u{i}", "originator": o, "origin_known": known}
        for i, (o, known) in enumerate(told)
    ]
    groups = groups_of(reports)
    assert sorted(urn for g in groups for urn in g.reports) == [r["urn"] for r in reports]
    mix.shuffle(reports)
    assert groups_of(reports) == groups
    assert all(len(g.links) == len(g.reports) - 1 for g in groups)


def test_an_agency_that_repeats_another_keeps_its_own_reports_apart():
    """B repeats A once: that report counts with A's, B's other report still is a second source."""
    groups = groups_of(
        [
            {"urn": "a1", "originator": "A", "record_date": "2025-01-01"},
            {"urn": "a2", "originator": "A", "record_date": "2025-03-01"},
            {"urn": "b1", "originator": "B", "record_date": "2025-01-05", "cites": ["a1"]},
            {"urn": "b2", "originator": "B", "record_date": "2025-02-01"},
        ]
    )
    assert members(groups) == [("a1", "a2", "b1"), ("b2",)]


def test_a_press_story_taken_from_an_agency_counts_with_the_agency():
    groups = groups_of(
        [
            {"urn": "p", "origin_known": False, "record_date": "2025-01-09"},
            {"urn": "a", "originator": "A", "record_date": "2025-01-01"},
            {"urn": "q", "origin_known": False},
        ],
        [("a", STORY), ("p", STORY)],
    )
    assert members(groups) == [("a", "p"), ("q",)]
