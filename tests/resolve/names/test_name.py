"""A name is read into words with their roles, and whatever is no name is said to be none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.resolve.names import read_name
from headwater.resolve.names.name import LONGEST_NAME


def words(text, *roles):
    return [t.text for t in read_name(text).tokens if not roles or t.role in roles]


def roles(text):
    return {t.original: t.role for t in read_name(text).tokens}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Haji Dragan Testović", ["dragan", "testovic"]),
        ("TESTOVIĆ, Dragan", ["testovic", "dragan"]),
        ("Dr.Dragan Testović Jr.", ["dragan", "testovic"]),
        ("Gospodin Dragan Testović", ["dragan", "testovic"]),
        ("Хаџи Драган Тестовић", ["драган", "тестовић"]),
        ("الشيخ كريم التجريبي", ["كريم", "التجريبي"]),
        ("Karim ibn Salim al-Tajribi", ["karim", "salim", "tajribi"]),
        ("Jan van der Proef", ["jan", "proef"]),
        ("DraganTestović", ["dragan", "testovic"]),
        ("McTest Fergus", ["mctest", "fergus"]),
        ("O'Tester Fergus", ["otester", "fergus"]),
        ("Drag4n T3stović", ["dragan", "testovic"]),
        ("Dragan2 Testović 1980", ["dragan", "testovic"]),
        ("Kar1m Salim", ["karim", "salim"]),
    ],
)
def test_titles_and_small_words_stand_apart_from_the_names(text, names):
    assert words(text, "name", "patronymic") == names


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Abd al-Aziz Tajribi", "abdalaziz"),
        ("Abdul Aziz Tajribi", "abdulaziz"),
        ("عبد العزيز التجريبي", "عبدالعزيز"),
        ("Abu Salim al-Tajribi", "abusalim"),
        ("Umm Salim", "ummsalim"),
        ("أبو سالم", "أبوسالم"),
    ],
)
def test_words_that_make_one_name_are_one_word(text, joined):
    assert joined in words(text)


def test_roles_depend_on_what_else_the_name_holds():
    assert roles("Agha Khan") == {"Agha": "name", "Khan": "name"}
    assert roles("Salim Tajrib Khan")["Khan"] == "title"
    assert roles("Ivan Petrovich")["Petrovich"] == "name"
    assert roles("Ivan Petrovich Testov")["Petrovich"] == "patronymic"
    assert roles("Ben Testovich") == {"Ben": "name", "Testovich": "name"}
    assert roles("Isa Ben Tajrib")["Ben"] == "particle"
    assert roles("Kerim Hasan oğlu Deneme")["Hasan oğlu"] == "patronymic"
    assert roles("J.-C. Essai") == {"J": "initial", "C": "initial", "Essai": "name"}
    assert roles("JC Essai") == {"J": "initial", "C": "initial", "Essai": "name"}
    assert roles("Dragan Testović SA")["SA"] == "suffix"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty"),
        ("  \t", "empty"),
        ("a", "one letter only"),
        ("Ж.", "one letter only"),
        ("12345", "without letters"),
        ("...", "without letters"),
        ("Haji Mullah", "only titles"),
        ("السيد", "only titles"),
        ("A. B.", "only initials"),
        ("unknown", "placeholder"),
        ("UNKNOWN MALE", "placeholder"),
        ("N.N.", "placeholder"),
        ("n/a", "placeholder"),
        ("nepoznat", "placeholder"),
        ("i panjohur", "placeholder"),
        ("Неизвестен", "placeholder"),
        ("непознато лице", "placeholder"),
        ("مجهول الهوية", "placeholder"),
        ("نامعلوم", "placeholder"),
        ("Bilinmiyor", "placeholder"),
        ("x" * (LONGEST_NAME + 1), "longer than"),
        ("Dragan \ud800", "lone surrogate"),
        ("Драzган Тестов", "several scripts"),
    ],
)
def test_what_is_no_name_is_said_to_be_none(text, problem):
    name = read_name(text)
    assert problem in name.problem
    assert name.tokens == ()


def test_letters_that_only_look_alike_are_put_right():
    latin_a_in_cyrillic = "Дрaган"
    assert words(latin_a_in_cyrillic) == words("Драган")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Dragan123 Testov", ("123",)),
        ("Dragan Testov 1984-05-03 (2)", ("1984", "05", "03", "2")),
        ("Dr4gan Te5tov 3mar", ()),
        ("Dra7an", ("7",)),
        ("محمد ١٢", ("١٢",)),
        ("Dragan", ()),
    ],
)
def test_digits_that_are_no_letters_are_known(text, numbers):
    assert read_name(text).numbers == numbers


def test_words_of_two_scripts_without_a_space_are_two_words():
    assert words("كريمTajribi") == ["كريم", "tajribi"]


def test_other_scripts_are_romanised_and_say_so():
    token = read_name("Γιώργος Δοκιμή").tokens[0]
    assert (token.text, token.script, token.original) == ("giorgos", "other", "Γιώργος")


@given(st.text())
def test_no_text_at_all_makes_reading_fail(text):
    name = read_name(text)
    assert bool(name.tokens) != bool(name.problem)
    assert all(token.text and token.original for token in name.tokens)


@given(st.text(alphabet="aбم0'-. ,A\ud800Ωש字", max_size=12))
def test_scripts_and_signs_in_any_mix_are_read_or_refused(text):
    name = read_name(text)
    assert bool(name.tokens) != bool(name.problem)


@given(st.text(min_size=1).filter(lambda text: not read_name(text).problem))
def test_space_around_a_name_changes_nothing(text):
    assert read_name(f"  {text} ").tokens == read_name(text).tokens
