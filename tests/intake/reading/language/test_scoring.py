"""What each language has for itself in a sentence."""

import pytest

from headwater.intake.reading.language.scoring import scores


def best(sentence: str) -> str:
    points, _ = scores(sentence)
    return max(points, key=lambda language: points[language])


def test_a_word_of_one_language_alone_says_most() -> None:
    points, _ = scores("ndërsa")
    assert points["sq"] >= 1


def test_letters_that_a_language_does_not_write_count_against_it() -> None:
    points, _ = scores("kuće šuma")
    assert points["sh"] > 0 > points["sq"]


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Николай Йорданов, Ямбол", {"bg", "other ru", "other uk"}),  # never sr, never mk
        ("Ѓорѓи Ќосев, Ресен", {"mk"}),
        ("Љубиша Њагуљ, Џеп", {"sr", "mk"}),  # never bg
        ("Ђорђе Вујић", {"sr"}),
        ("Търново", {"bg"}),  # in Russian this letter only stands before a few vowels
        ("Рыбников, Эрзин", {"other ru"}),
    ],
)
def test_names_in_cyrillic_rule_out_languages_that_are_not_spelt_so(
    sentence: str, left: set[str]
) -> None:
    points, possible = scores(sentence)
    assert possible == left
    assert points.keys() <= left


def test_one_stray_letter_rules_nothing_out() -> None:
    assert best("Полицаят каза, че шофьорът е задържан, пише вестник „Вјесник“") == "bg"


def test_the_words_of_a_handle_say_nothing() -> None:
    assert scores("@the_boat_and_police 1") == scores("@xqz_xqzq_xqz_xqzqzq 1")


def test_letters_that_one_language_alone_writes_are_enough() -> None:
    points, _ = scores("Ђорђе Вујић")
    assert points["sr"] >= 1


def test_letters_of_names_do_not_decide() -> None:
    assert best("He met Đorđe Čavić, Šime Žarić and Ćiro Džajić there") == "en"


def test_only_languages_of_the_sentence_script_are_possible() -> None:
    _, possible = scores("Боро Петров (see above)")
    assert possible == {"sr", "mk", "bg", "other ru", "other uk"}


def test_only_the_beginning_of_an_endless_line_is_looked_at() -> None:
    assert scores("the " * 200_000) == scores("the " * 400)
