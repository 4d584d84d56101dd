import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model import Regrouping
from headwater.picture import Stories, independence
from tests.picture.independence.telling import place, tables_of

STORY = "Officers found twelve people in a van near the border on Monday night, said the ministry."


def groups_of(reports, items=(), regroupings=()):
    return independence(*tables_of(reports, items), regroupings)


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
    shouted = STORY.replace(" ", "  ") + "!"
    told = tables_of([{"urn": u} for u in "abc"], [("a", STORY), ("c", shouted)])
    stories = Stories(*told)
    groups = stories.groups()
    assert members(groups) == [("a", "c"), ("b",)]
    assert groups[0].links[0].tier == "near copy"
    assert stories.shown(groups[0].links[0]) == (STORY,)


def test_a_group_is_printed_with_what_ties_it_together():
    printed = groups_of([{"urn": u, "origin_known": False} for u in "ab"])[0].as_dict()
    assert printed["links"] == (
        {"a": "a", "b": "b", "tier": "unknown origin", "phrases": (), "source": ""},
    )
    assert (printed["id"], printed["reports"]) == ("a", ("a", "b"))


def test_a_few_words_agree_by_chance():
    groups = groups_of([{"urn": u} for u in "ab"], [("a", "Nothing new."), ("b", "Nothing new.")])
    assert len(groups) == 2


@pytest.mark.parametrize("cites", [(["b"], []), (["x"], ["x"])])
def test_a_citation_or_a_shared_origin_ties_reports(cites):
    groups = groups_of([{"urn": u, "cites": c} for u, c in zip("ab", cites, strict=True)])
    assert members(groups) == [("a", "b")]
    assert groups[0].links[0].tier == "citation"


@settings(max_examples=30)
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


def decided(number, *, joins=False, of=(), apart_from=(), undoes=""):
    made = f"2025-01-{number:02d}T10:00:00Z"
    return Regrouping(f"G{number}", joins, tuple(of), tuple(apart_from), "ana", made, "why", undoes)


COPIES = ([{"urn": u} for u in "abc"], [("a", STORY), ("b", STORY)])


def test_an_officer_takes_a_report_apart_and_undoes_it():
    before = groups_of(*COPIES)
    split = decided(1, of="b", apart_from="a")
    assert members(before) == [("a", "b"), ("c",)]
    assert members(groups_of(*COPIES, [split])) == [("a",), ("b",), ("c",)]
    assert groups_of(*COPIES, [split, decided(2, undoes="G1")]) == before


def test_an_officer_puts_reports_together_and_the_link_says_so():
    groups = groups_of(*COPIES, [decided(1, joins=True, of="bc")])
    assert members(groups) == [("a", "b", "c")]
    assert {link.tier for link in groups[0].links} == {"joined", "near copy"}


def test_a_later_report_joins_one_side_of_what_was_taken_apart():
    reports = [*COPIES[0], {"urn": "d"}]
    items = [*COPIES[1], ("d", STORY)]
    groups = members(groups_of(reports, items, [decided(1, of="b", apart_from="a")]))
    assert not any({"a", "b"} <= set(group) for group in groups)
    assert any("d" in group and len(group) == 2 for group in groups)


def test_who_had_it_from_whom_is_told_by_dates_and_else_unknown():
    def source(*days):
        reports = [{"urn": u, "record_date": d} for u, d in zip("ab", days, strict=True)]
        return (
            Stories(*tables_of(reports, [("a", STORY), ("b", STORY)])).groups()[0].links[0].source
        )

    assert source("2025-01-02", "2025-01-01") == "b"
    assert source("2025-01-01", "2025-01-01") == ""
    assert source("", "2025-01-01") == ""


def test_unrelated_press_tells_two_stories_that_count_as_one_source():
    reports = [{"urn": u, "origin_known": False} for u in "ab"]
    other = "A bakery in the old town has won a prize for its bread, as the paper wrote on Sunday."
    stories = Stories(*tables_of(reports, [("a", STORY), ("b", other)]))
    assert members(stories.groups()) == [("a",), ("b",)]
    assert members(stories.sources()) == [("a", "b")]


def test_the_same_claims_in_two_languages_are_one_story():
    first = "16 people left Oye-Plage on 2024-01-01 with Taulant Korca. He asked for 1350 euros."
    other = "16 osoba krenulo je iz Oj Plaža 01.01.2024. sa Taulantom Korčom. Tražio je 1.350 evra."
    far = "Nichts davon: 7 Boote lagen am 05.05.2024 in Essen bereit. Das sagte Frau Sommer."
    days = ("2024-01-02", "2024-01-03", "2024-05-06")
    reports = [{"urn": u, "record_date": d} for u, d in zip("abc", days, strict=True)]
    said = [place("a", "place:oye", 15), place("b", "place:oye", 22)]
    stories = Stories(*tables_of(reports, [("a", first), ("b", other), ("c", far)], said))
    assert members(stories.groups()) == [("a", "b"), ("c",)]
    link = stories.groups()[0].links[0]
    assert (link.tier, link.source) == ("same claims", "a")
    assert stories.shown(link)[0] in first
    assert stories.shown(link)[1] in other
