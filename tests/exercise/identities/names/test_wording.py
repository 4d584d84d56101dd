"""Wording: order, case, titles and bynames in the stated shares."""

import pytest

from headwater.exercise.identities.names.naming import FullName, draw_family, draw_name
from headwater.exercise.identities.names.offices import Clerk, Office
from headwater.exercise.identities.names.wording import Wording, word_name
from headwater.exercise.streams import Stream

REGISTER = Clerk(Office("RS-police", "sr", "latn", "home", "", capitals=False), 0)


def names(culture: str) -> list[FullName]:
    found = []
    for turn in range(1500):
        stream = Stream(turn, "name", culture)
        found.append(draw_name(stream, draw_family(stream, culture, 0), "m"))
    return found


@pytest.fixture(scope="module")
def serbian() -> list[tuple[FullName, Wording]]:
    return [
        (name, word_name(Stream(turn, "word"), name, REGISTER))
        for turn, name in enumerate(names("serbian"))
    ]


def test_family_names_come_first_in_about_one_record_of_eight(
    serbian: list[tuple[FullName, Wording]],
) -> None:
    first = [w.text for name, w in serbian if w.text.lower().startswith(name.family.form.lower())]
    assert 0.08 < len(first) / len(serbian) < 0.16
    assert any(text.split(" ")[0].isupper() for text in first)
    assert any("," in text for text in first)


def test_few_records_hold_only_a_byname_and_say_so(
    serbian: list[tuple[FullName, Wording]],
) -> None:
    bynames = [(name, w) for name, w in serbian if not w.named]
    assert 0 < len(bynames) / len(serbian) < 0.03
    assert all(w.text == name.byname[0].form for name, w in bynames)


def test_some_give_title_father_or_street_name(serbian: list[tuple[FullName, Wording]]) -> None:
    texts = [w.text for _, w in serbian]
    assert any("zvani " in text for text in texts)
    assert any('"' in text for text in texts)
    assert any("(" in text for text in texts)
    assert any(text.startswith(("gospodin", "Dr ")) for text in texts)


def test_arabs_are_written_with_and_without_the_line_of_fathers() -> None:
    clerk = Clerk(Office("IQ-civil", "ar", "arab", "native", "", capitals=False), 0)
    lengths = set()
    for turn, name in enumerate(names("arab")[:400]):
        text = word_name(Stream(turn, "word"), name, clerk).text
        lengths.add((name.home.father.native in text, name.family.native in text))
    assert {(True, True), (True, False), (False, True)} <= lengths


def test_capital_registers_write_capitals_only() -> None:
    clerk = Clerk(Office("TR-passport", "en", "latn", "bare", "", capitals=True), 0)
    for turn, name in enumerate(names("turkish")[:100]):
        assert word_name(Stream(turn, "word"), name, clerk).text.isupper()
