from hypothesis import given
from hypothesis import strategies as st

from headwater.analysis.organisers.roles.probability import assessed
from headwater.analysis.organisers.roles.reading import ROLES, SIGNS
from headwater.analysis.organisers.roles.signs import Sign

WORDS = [*SIGNS, *(f"stated:{role}" for role in ROLES)]
shown = st.dictionaries(st.sampled_from(WORDS), st.frozensets(st.integers(0, 5)), max_size=8)


@given(shown)
def test_every_role_that_is_listed_has_a_statement_a_chance_and_what_would_settle_it(shown):
    found = [Sign(word, origins, ("R1#1.1",)) for word, origins in shown.items()]
    for row in assessed(found):
        assert 0 <= row["probability"] <= 1
        assert row["statements"]
        assert row["groups"] >= 1
        assert row["settles"].startswith("Would settle it: ")


def test_another_stated_role_speaks_against_a_role():
    own = Sign("stated:broker", frozenset({1}), ("R1#1.1",))
    other = Sign("stated:pilot", frozenset({2}), ("R2#1.1",))
    alone, both = assessed([own])[0], {r["role"]: r for r in assessed([own, other])}["broker"]
    assert both["probability"] < alone["probability"]


def test_an_enabler_is_found_under_the_words_that_reports_use():
    row = assessed([Sign("stated:corrupt_official", frozenset({1, 2}), ("R1#1.1",))])[0]
    assert (row["role"], row["verdict"]) == ("enabler", "assessed")
    assert row["shown_by"] == ["is called corrupt official"]


def test_two_functions_from_one_origin_are_still_one_origin():
    one = [Sign(word, frozenset({1}), ("R1#1.1",)) for word in ("pays", "is_paid")]
    two = [one[0], Sign("is_paid", frozenset({2}), ("R2#1.1",))]
    verdicts = [assessed(signs)[0]["verdict"] for signs in (one, two)]
    assert verdicts == ["insufficient", "assessed"]
