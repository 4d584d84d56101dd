"""A newspaper that retells a police report is no second source, whatever date it puts on it."""

import pytest

POLICE = """Originator: Lower River Police
URN: LRP 77
Date of information: 2026-05-03
Date of record: 2026-05-04

1. Zdravko Majstorac moved 19 people from Subotica to Horgos on 2 May in a van, plate NS 318-TD.
2. The fee was 2,350 euros per person.
"""
NEWSPAPER = """Originator: Quay Courier
URN: QC 5
Date of information: 2026-05-06
Date of record: 2026-05-06

1. On 2 May nineteen people were driven out of Subotica to Horgos. Police name Zdravko Majstorac.
2. Each paid 2,350 euros. The blue van carried the plate NS 318-TD.
"""
SERBIAN = """Originator: Obalske novosti
URN: ON 8
Date of information: 2026-05-07
Date of record: 2026-05-07

1. Zdravko Majstorac je 2. maja kombijem NS 318-TD prevezao 19 osoba od Subotice do Horgoša.
2. Cena je bila 2.350 evra po osobi.
"""
OTHER = """Originator: Lake Desk
URN: LD 4
Date of information: 2026-05-02
Date of record: 2026-05-05

1. A lorry with 11 people was stopped at Horgos on 2 May. The driver is Imre Szalkai.
"""


@pytest.fixture
def files(tmp_path):
    for name, text in (("a", POLICE), ("b", NEWSPAPER), ("c", SERBIAN), ("d", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return sorted(tmp_path.glob("*.txt"))


def test_retold_in_other_words_and_in_another_language_it_stays_one_story(headwater, files):
    groups = headwater("groups", *files, "--json").json["groups"]
    assert sorted(sorted(group["reports"]) for group in groups) == [
        ["LD 4"],
        ["LRP 77", "ON 8", "QC 5"],
    ]
    story = next(group for group in groups if len(group["reports"]) == 3)
    assert all(link["phrases"] for link in story["links"])
