"""What each language has for itself in a sentence."""

from headwater.intake.reading.language.scoring import scores


def best(sentence: str) -> str:
    points, _ = scores(sentence)
    return max(points, key=lambda language: points[language])


def test_a_word_of_one_language_alone_says_most() -> None:
    points, _ = scores("ndërsa")
    assert points["sq"] >= 1


def test_letters_that_a_language_does_not_write_count_against_it() -> None:
    points, _ = scores("щука ъгъл")
    assert points["bg"] > 0 > points["sr"]


def test_letters_of_names_do_not_decide() -> None:
    assert best("He met Đorđe Čavić, Šime Žarić and Ćiro Džajić there") == "en"


def test_only_languages_of_the_sentence_script_are_possible() -> None:
    _, possible = scores("Возач је стигао (see above)")
    assert possible == {"sr", "mk", "bg", "other ru", "other uk"}


def test_only_the_beginning_of_an_endless_line_is_looked_at() -> None:
    assert scores("the " * 200_000) == scores("the " * 400)
