"""What the tagger sees in a word."""

from headwater.intake.reading.tagging.known import Lists, Sign, compile_known
from headwater.intake.reading.tagging.traits import Word, sketch, word

LISTS = Lists(
    compile_known({"zvornik": Sign.TOWN, "ana": Sign.GIVEN | Sign.PROPER}, ["kuca"]),
    compile_known({"sh kuca": Sign.COMMON}, []),
)


def _texts(seen: Word) -> set[str]:
    return {text for _, text in seen.traits}


def test_marks_and_alphabet_change_nothing() -> None:
    written = [word(each, False, True, LISTS) for each in ("Kuća", "Kuca", "Кућа")]
    assert written[0] == written[1] == written[2]


def test_a_town_is_known_in_its_cases() -> None:
    assert f"={Sign.TOWN}" in _texts(word("Zvornik", False, True, LISTS))
    assert f"~{Sign.TOWN}" in _texts(word("Zvorniku", False, True, LISTS))


def test_a_capital_says_nothing_where_there_is_no_case() -> None:
    assert word("kuća", False, False, LISTS) == word("KUĆA", False, False, LISTS)
    assert word("Ana", False, True, LISTS).name_like
    assert not word("ana", False, True, LISTS).name_like
    assert word("ana", False, False, LISTS).name_like


def test_the_first_word_of_a_sentence_is_seen_as_one() -> None:
    assert "h=Xx^" in _texts(word("Ana", True, True, LISTS))
    assert "h=Xx" in _texts(word("Ana", False, True, LISTS))


SKETCHED = Lists(compile_known({"tirana": Sign.TOWN}, []), compile_known({}, []))


def test_two_unknown_names_of_one_shape_look_alike() -> None:
    assert sketch("Xhevdet", False, "sq", SKETCHED) == sketch("Gjergj", False, "sq", SKETCHED)


def test_words_of_one_role_look_alike_across_languages() -> None:
    left, right = (
        sketch(w, False, c, SKETCHED) for w, c in (("ministri", "sq"), ("министър", "bg"))
    )
    assert left == right


def test_lists_of_names_are_seen() -> None:
    assert sketch("Tirana", False, "sq", SKETCHED) != sketch("Xhevdet", False, "sq", SKETCHED)
