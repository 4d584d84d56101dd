"""One record: what offices write down, leave out and get wrong, in the stated shares."""

import re
from collections import defaultdict
from itertools import combinations

import pytest

from headwater.exercise.identities import Record, World


@pytest.mark.parametrize(
    ("field", "share"),
    [
        ("sex", 0.60),
        ("birth_date", 0.55),
        ("phone", 0.30),
        ("country", 0.70),
        ("document", 0.15),
        ("place", 0.50),
    ],
)
def test_fields_are_filled_in_their_share(development: World, field: str, share: float) -> None:
    filled = sum(bool(getattr(r, field)) for r in development.records) / 4000
    assert filled == pytest.approx(share, abs=0.03)


def test_birth_dates_are_whole_or_a_year(development: World) -> None:
    dates = [r.birth_date for r in development.records]
    assert sum(len(d) == 10 for d in dates) / 4000 == pytest.approx(0.45, abs=0.03)
    assert sum(len(d) == 4 for d in dates) / 4000 == pytest.approx(0.10, abs=0.02)
    assert all(re.fullmatch(r"(19|20)\d\d(-\d\d-\d\d)?|", d) for d in dates)


def test_birth_dates_of_one_person_differ_by_slips_only(development: World) -> None:
    people = defaultdict(list)
    for record, truth in zip(development.records, development.truth, strict=True):
        if len(record.birth_date) == 10:
            people[truth.person].append(record.birth_date)
    pairs = [pair for dates in people.values() for pair in combinations(dates, 2)]
    equal = sum(left == right for left, right in pairs) / len(pairs)
    assert 0.75 < equal < 0.95
    assert all(abs(int(left[:4]) - int(right[:4])) <= 2 for left, right in pairs)


def test_phones_are_in_international_form(development: World) -> None:
    assert all(re.fullmatch(r"\+[1-9]\d{9,12}|", r.phone) for r in development.records)


def test_script_and_letters_agree(development: World) -> None:
    letters = {"arab": r"[\u0600-\u06ff]", "cyrl": r"[\u0400-\u04ff]", "latn": r"[A-Za-z]"}
    for record in development.records:
        assert re.search(letters[record.script], record.name), record
    strange = [r for r in development.records if _mixed(r)]
    assert strange == []


def _mixed(record: Record) -> bool:
    found = (
        re.search(s, record.name) for s in (r"[\u0600-\u06ff]", r"[\u0400-\u04ff]", "[A-Za-z]")
    )
    return sum(bool(f) for f in found) > 1
