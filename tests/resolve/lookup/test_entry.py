"""What the look-up index holds of a person."""

from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.lookup.entry import entry_of, lookup_keys, packed, unpacked
from headwater.resolve.records import FIELDS, PersonRecord

VALUES = st.dictionaries(
    st.sampled_from(sorted(FIELDS)),
    st.lists(st.text(max_size=8), min_size=1, max_size=3).map(tuple),
)


@given(VALUES, st.lists(st.sampled_from(["suspect", "other"]), max_size=2).map(tuple))
def test_what_is_packed_comes_back(values, categories):
    clean = {
        field: tuple(v.replace("\x1e", " ").replace("\x1f", " ") for v in some)
        for field, some in values.items()
    }
    record = PersonRecord("a", values, categories)
    assert unpacked("a", packed(record)) == PersonRecord("a", clean, categories)


def keys(name, *dates):
    return set(lookup_keys(PersonRecord("a", {"name": (name,), "birth_date": dates})))


def test_spellings_in_two_scripts_share_a_key():
    assert keys("Mohammad Ahmadi") & keys("محمد احمدی")


def test_a_word_with_the_whole_birth_date_is_a_key_whichever_way_day_and_month_stand():
    assert keys("Gjergj Hoxha", "1979-01-12") & keys("Gjergj Dervishi", "1979-12-01")
    assert not keys("Gjergj Hoxha", "1979-01-12") & keys("Gjergj Dervishi", "1979-05-06")
    assert keys("Gjergj Hoxha", "1979") & keys("Gjergj Dervishi", "1979")


def test_a_single_word_is_a_key_only_where_a_name_has_no_other():
    assert keys("Gjergj") & keys("Gjergj")
    assert not keys("Gjergj") & keys("Gjergj Hoxha")


def test_the_identifiers_a_person_holds_are_further_keys():
    record = PersonRecord("a", {"name": ("Gjergj Hoxha",)})
    assert {7, 9} <= set(entry_of(record, {7, 9}).keys)
