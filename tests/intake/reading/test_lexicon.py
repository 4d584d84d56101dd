"""Words found in one scan."""

from headwater.intake.reading.lexicon import scan
from headwater.intake.reading.names import fold


def found(text: str, family: str = "en") -> set[tuple[str, str, str]]:
    return {(hit.kind, hit.value, text[hit.start : hit.end]) for hit in scan(text, family)}


def test_a_name_is_found_only_as_a_whole_word_and_with_its_capital() -> None:
    assert ("place", "hw-dover", "Dover") in found("They landed at Dover.")
    assert not {kind for kind, *_ in found("A dovers, Doverish, dover")} & {"place"}


def test_text_in_capitals_is_read_too() -> None:
    assert ("body", "home-office", "HOME OFFICE") in found("THE HOME OFFICE SAID")


def test_a_stem_takes_its_endings_in_the_language_it_belongs_to() -> None:
    assert ("role", "driver", "vozačima") in found("dvojica vozačima", "sh")
    assert ("role", "driver", "vozačima") not in found("dvojica vozačima", "en")


def test_positions_stay_where_small_letters_take_more_room() -> None:
    text = "İİİ Dover"
    assert len(fold(text)) == len(text)
    assert ("place", "hw-dover", "Dover") in found(text)


def test_a_body_of_several_words_is_found_in_a_text_without_capitals() -> None:
    assert ("body", "home-office", "home office") in found("the home office said")
    assert ("body", "home-office", "home office") not in found("The man in the home office.")


def test_a_body_is_found_in_the_languages_of_the_region() -> None:
    assert ("body", "sipa", "SIPA-e") in found("kažu u SIPA-e", "sh")
    assert ("body", "dans", "ДАНС") in found("съобщиха от ДАНС", "bg")
    assert ("body", "spak", "SPAK-ut") in found("zyra e SPAK-ut", "sq")
