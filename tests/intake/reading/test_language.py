"""Which language a text is in."""

import pytest

from headwater.intake.reading.language import identify, small_word
from tests.intake.reading.development_set import EXAMPLES

LINES = {
    "tr": "Göçmenler İstanbul'dan Edirne'ye bir minibüs ile gitti ve kişi başı 500 avro ödedi.",
    "fr": "Les passeurs ont été arrêtés dans le nord de la France par les gendarmes.",
    "de": "Die Schleuser wurden an der Grenze von der Polizei gestellt und nicht verletzt.",
    "ar": "تم القبض على ثلاثة مهربين في مدينة كاليه بعد وصولهم من بلغراد",
    "fa": "سه قاچاقچی در شهر استانبول دستگیر شدند و این خبر را پلیس به ما گفت",
}


@pytest.mark.parametrize(("language", "line"), LINES.items())
def test_a_line_in_another_language_is_known(language: str, line: str) -> None:
    assert identify(line) == language


def test_nearly_every_sentence_of_the_development_set_is_known() -> None:
    family = {"hr": "sh", "bs": "sh"}
    wrong = [
        e.text
        for e in EXAMPLES
        if family.get(identify(e.text), identify(e.text)) != family.get(e.language, e.language)
    ]
    assert len(wrong) <= 6, wrong  # single short sentences; Latin Serbian and Bosnian overlap


def test_bosnian_and_croatian_are_told_from_serbian_by_their_words() -> None:
    assert identify("Prije dva dana je na tom mjestu viđeno vozilo.") == "bs"
    assert identify("Policija je tijekom travnja uhitila tisuću ljudi.") == "hr"
    assert identify("Pre dva dana je na tom mestu viđeno vozilo.") == "sr"


@pytest.mark.parametrize("text", ["", "12345", "…", "+381 64 123 4567"])
def test_a_text_without_words_has_no_language(text: str) -> None:
    assert identify(text) == ""


def test_small_words_are_no_names() -> None:
    assert small_word("the")
    assert small_word("са")
    assert not small_word("besnik")
