import subprocess
import sys

from headwater.resolve.candidates import key_hash, record_keys
from headwater.resolve.records import PersonRecord

KNOWN = 5546027592940621429  # stored indexes hold it: it may never change


def keys(**values: str) -> set[str]:
    return set(record_keys(PersonRecord("r", {k: (v,) for k, v in values.items()})))


def test_day_and_month_swapped_make_the_same_key() -> None:
    one = keys(name="Ali Karimi", birth_date="1990-03-07")
    assert "d:1990-03-07" in one & keys(name="Ali Karimi", birth_date="1990-07-03")


def test_a_year_alone_makes_no_key_of_a_date() -> None:
    made = keys(name="Ali Karimi", birth_date="1990")
    assert not any(key.startswith("d:") for key in made)
    assert any(key.startswith("y:") for key in made)


def test_the_order_of_the_words_does_not_matter() -> None:
    assert keys(name="KARIMI Ali Reza") == keys(name="Ali Reza Karimi")


def test_a_number_is_one_key_however_it_is_spaced_and_whoever_issued_it() -> None:
    assert keys(document="passport|RS|001 234-5") & keys(document="||0012345")
    assert keys(phone="+381 60 123") & keys(phone="+38160123")


def test_a_text_of_very_many_words_has_a_bounded_number_of_keys() -> None:
    assert len(keys(name=" ".join(f"ba{c}ac" for c in "bdfghjklmnprstvz"))) < 700


def test_a_record_without_any_usable_value_has_no_keys() -> None:
    assert keys(name="", birth_date="unknown", phone="-") == set()


def test_hashes_are_the_same_in_another_process() -> None:
    code = "from headwater.resolve.candidates import key_hash; print(key_hash('n:KRM|MHMT'))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(told.stdout) == key_hash("n:KRM|MHMT") == KNOWN
