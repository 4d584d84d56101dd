"""One name in three scripts has one form; names that many people share have none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.safeguard.traces.names import name_form


@pytest.mark.parametrize(
    "spellings",
    [
        ("Mahmoud Khalil", "Khalil, Mahmud", "Махмуд Халил", "محمود خليل", "MAHMUD HALIL"),
        ("Jamal Hussein", "Džamal Husein", "Џамал Хусеин", "جمال حسين"),
        ("Đorđe Šećerović", "Djordje Secerovic", "Ђорђе Шећеровић"),
        ("Yusuf Wahid", "Јусуф Вахид", "Юсуф Вахид", "يوسف وحيد"),
        ("Samir AL-QASABAWI", "سامر القصباوي", "Samer Qasabawy"),
        ("Alexander Petrov", "Александър Петров"),
        ("Gjorgji Ќosev", "Ѓорѓи Ќосев"),
        ("მიხეილ ბერიძე", "ბერიძე მიხეილ"),
    ],
)
def test_spellings_of_one_name_have_one_form(spellings):
    assert len({name_form(name) for name in spellings}) == 1


def test_other_names_have_other_forms():
    names = ("Mahmoud Khalil", "Mahmoud Karim", "Jamal Hussein", "Goran Petrov", "Arben Krasniqi")
    assert len({name_form(name) for name in names}) == len(names)


@pytest.mark.parametrize("name", ["", "Ali", "Ali Aya", "12 34", "–", "al el"])
def test_too_little_of_a_name_tells_nobody(name):
    assert name_form(name) == ""


@given(st.text(max_size=40))
def test_any_text_has_a_form_and_case_and_spaces_do_not_change_it(text):
    assert name_form(f"  {text} ") == name_form(text)
    assert name_form(text.upper()) == name_form(text.upper().lower())
