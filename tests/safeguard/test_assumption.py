import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.safeguard import check_assumption


@pytest.mark.parametrize(
    "columns",
    [
        {"role": ["organiser", "victim_minor"]},
        {"is_victim": ["0", "1"]},
        {"task": ["small hand"]},
        {"part": ["being_moved"]},
        {"kind": ["Witness"]},
        {"status": ["asylum seeker"]},
        {"uloga": ["svjedok"]},
        {"улога": ["жртва"]},
        {"category": ["", "witness"]},
        *({"role": [word]} for word in ("ضحية", "الضحايا", "مهاجر", "قربانی", "پناهجو")),
        *({"role": [word]} for word in ("мигрант", "пострадал", "жертва", "дете", "дети")),
        *({"role": [word]} for word in ("dete", "deti", "deca", "migranti", "izbjeglica")),
        *({"role": [word]} for word in ("fëmijë", "mağdur", "göçmen", "göçmenler", "MAĞDUR")),
        {"role_name": ["witness"]},
        {"first_victim_name": ["Anna"]},
    ],
)
def test_a_file_that_names_people_to_protect_gets_no_assumed_category(columns):
    with pytest.raises(NotPermitted):
        check_assumption("suspect", "people.csv", columns)


@pytest.mark.parametrize(
    "columns",
    [
        {"role": ["organiser", "transport", ""]},
        {"role": ["determined", "organizator", "организатор", "منظم", "decani", "ditëlindje"]},
        {"name": ["Victoria Child"], "id": ["minor"]},
        {"first_and_surname": ["anna children"], "Family name": ["Passenger"]},
        {"note": ["The group is said to have moved people; " * 3 + "a victim was heard"]},
    ],
)
def test_other_files_may_get_one(columns):
    check_assumption("suspect", "people.csv", columns)


def test_the_assumed_word_must_be_a_category():
    with pytest.raises(WrongUse, match="boss"):
        check_assumption("boss", "people.csv", {})
