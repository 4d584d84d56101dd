import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.safeguard import PROTECTED, Category, Purpose, is_withheld, masked
from headwater.safeguard.withholding import WITHHELD, withheld_properties

GENERAL = Purpose("weekly picture", "general")


@pytest.mark.parametrize(
    "name",
    [
        "name",
        "alias",
        "phone",
        "passportNumber",
        "number",
        "birthDate",
        "address",
        "iban",
        "accountNumber",
        "email",
        "registrationNumber",
        "username",
        "callerNumber",
        "notes",
        "firstName",
        "holder",
    ],
)
def test_what_leads_to_a_person_is_withheld(name):
    assert all(is_withheld(name, category, GENERAL) for category in PROTECTED)
    assert not is_withheld(name, Category.SUSPECT, GENERAL)


def test_a_named_case_or_safeguarding_purpose_lifts_it():
    for kind in ("case", "safeguarding"):
        assert not is_withheld("name", Category.VICTIM, Purpose(f"{kind}: Drava", kind))


def test_a_holder_of_public_office_may_be_named_but_not_rung_up():
    def held_back(name, category):
        return is_withheld(name, category, GENERAL, public_office=True)

    assert not held_back("name", Category.UNDECIDED)
    assert not held_back("position", Category.UNDECIDED)
    assert held_back("phone", Category.UNDECIDED)
    assert held_back("name", Category.VICTIM)


def test_nationality_alone_is_not_withheld():
    assert "nationality" not in withheld_properties()


def test_a_masked_name_is_gone_everywhere_in_the_text():
    text = "Arben Test met X. Later Test, ARBEN's brother, rang Testing Ltd."
    got = masked(text, [(0, 10)])
    assert got == f"{WITHHELD} met X. Later {WITHHELD}, {WITHHELD}'s brother, rang Testing Ltd."


def test_names_in_other_scripts_are_masked_too():
    assert masked("Види Арбен и Арбен.", [(5, 10)]) == f"Види {WITHHELD} и {WITHHELD}."
    assert masked("رأى آرين أمس", [(4, 8)]) == f"رأى {WITHHELD} أمس"


TEXTS = st.text(alphabet="ab c.AB", max_size=30)
SPANS = st.lists(st.tuples(st.integers(-3, 35), st.integers(-3, 35)), max_size=5)


@given(TEXTS, SPANS)
def test_no_character_of_a_span_survives(text, spans):
    inside = {n for start, end in spans for n in range(max(0, start), min(len(text), end))}
    got = masked(text, spans)
    rest = got.replace(WITHHELD, "")
    assert len(rest) <= len(text) - len(inside)
    if not inside:
        assert got == text
