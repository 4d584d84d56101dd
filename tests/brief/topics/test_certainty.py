"""How sure, and what is new."""

from headwater.brief.topics import grade_key, new, sure
from headwater.brief.view import View
from tests.brief.fixtures import occasion, picture, ranking, tables


def _new(view: View, **more: str) -> list[str]:
    return [line.text for line in new(view, occasion(**more)).front]


def test_corroboration_counts_groups_and_unknown_origins_are_named():
    said = [line.text for line in sure(View(picture()), []).front]
    assert "3 reports count as 3 independent groups; corroboration counts groups." in said
    assert "Not yet known to be independent of each other: Officers to the Balkans." in said


def test_no_likelihood_word_is_used_and_it_says_why():
    said = " ".join(line.text for line in sure(View(picture()), [ranking()]).front)
    assert "No likelihood words are used" in said
    assert not {"likely", "probable", "unlikely"} & set(said.lower().split())


def test_caveats_of_the_findings_are_repeated():
    lines = [line.text for line in sure(View(picture()), [ranking()]).lines]
    assert "Three people are few." in lines


def test_statements_are_counted_by_standing_and_by_how_they_are_put():
    said = " ".join(line.text for line in sure(View(picture()), []).front)
    assert "12 proposed and 10 accepted" in said
    assert "1 projected, not a fact" in said


def test_the_key_explains_the_grades_that_occur_and_keeps_unknown_ones():
    rows = tables()["statements"]
    rows[0]["grade"] = "Q9"
    said = [line.text for line in grade_key(View(picture(statements=rows)))]
    assert "2D (3x5x2): source untested; not known" in said
    assert "Q9: kept as given" in said


def test_what_only_recent_reports_say_is_new():
    said = _new(View(picture()))
    assert said[0] == "Since 2026-04-26: 2 reports."
    assert any("Fee not reported before: thousands of pounds" in text for text in said)
    assert not [text for text in said if text.startswith("Leg")]


def test_the_caller_may_say_from_when_and_a_leg_is_new_only_if_no_older_report_has_it():
    later = [row for row in tables()["legs"] if row["report"] == "N-2"]
    said = _new(View(picture(legs=later)), since="2026-05-01")
    assert any("Leg not reported before: Horgos to Wien by lorry." in text for text in said)


def test_with_nothing_earlier_all_of_it_is_new():
    rows = [row for row in tables()["reports"] if row["urn"] == "P-1"]
    assert "Nothing earlier is held" in _new(View(picture(reports=rows)))[0]
