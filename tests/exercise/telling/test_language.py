"""Language: cases, numbers and places as the region writes them."""

import re

import pytest

from headwater.exercise.streams import Stream
from headwater.exercise.tables import phrases, places
from headwater.exercise.telling.facts import BUILDERS
from headwater.exercise.telling.language import Voice, decline_albanian, decline_serbian


@pytest.mark.parametrize(
    ("name", "gender", "case", "declined"),
    [
        ("Marko Jovanović", "m", "ins", "Markom Jovanovićem"),
        ("Marko Jovanović", "m", "gen", "Marka Jovanovića"),
        ("Nikola Petrović", "m", "dat", "Nikoli Petroviću"),
        ("Petar Ilić", "m", "acc", "Petra Ilića"),
        ("Đorđe Savić", "m", "ins", "Đorđem Savićem"),
        ("Ali Karimi", "m", "dat", "Aliju Karimiju"),
        ("Jelena Savić", "f", "ins", "Jelenom Savić"),
    ],
)
def test_serbian_names_take_the_case(name, gender, case, declined):
    assert decline_serbian(name, case, gender) == declined


@pytest.mark.parametrize(
    ("name", "case", "declined"),
    [
        ("Arben Hoxha", "acc", "Arben Hoxhën"),
        ("Arben Hoxha", "dat", "Arben Hoxhës"),
        ("Bekim Gashi", "acc", "Bekim Gashin"),
        ("Bekim Gashi", "dat", "Bekim Gashit"),
        ("Ilir Shehu", "acc", "Ilir Shehun"),
    ],
)
def test_albanian_names_take_the_case(name, case, declined):
    assert decline_albanian(name, case) == declined


@pytest.mark.parametrize(
    ("language", "place", "case", "written"),
    [
        ("sr-Latn", "subotica", "in", "u Subotici"),
        ("sr-Latn", "subotica", "from", "iz Subotice"),
        ("sr-Latn", "subotica", "to", "u Suboticu"),
        ("sr-Latn", "obrenovac", "from", "iz Obrenovca"),
        ("sr-Cyrl", "belgrade", "in", "у Београду"),
        ("sr-Cyrl", "horgos", "from", "са граничног прелаза Хоргош"),
        ("bs", "horgos", "from", "sa graničnog prijelaza Horgoš"),
        ("bs", "loon-plage", "in", "u mjestu Lon Plaž"),
        ("bs", "sarajevo", "from", "iz Sarajeva"),
        ("bg", "vidin", "in", "във Видин"),
        ("bg", "sofia", "in", "в София"),
        ("mk", "skopje", "from", "од Скопје"),
        ("sq", "tirana", "from", "nga Tirana"),
        ("sq", "tirana", "in", "në Tiranë"),
        ("sq", "skopje", "from", "nga Shkupi"),
        ("sq", "shkoder", "from", "nga Shkodra"),
        ("en", "tisza-river-stretch", "in", "at the Tisza river stretch"),
    ],
)
def test_places_take_preposition_and_case(language, place, case, written):
    before, core = Voice(language, "serbian", "X").place(places()[place], case)
    assert before + core == written


@pytest.mark.parametrize(
    ("count", "form"), [(2, "osobe"), (5, "osoba"), (12, "osoba"), (22, "osobe")]
)
def test_serbian_counts_take_the_right_noun(count, form):
    voice = Voice("sr-Latn", "serbian", "X")
    assert voice.counted(phrases("sr")["persons"], count) == form


@pytest.mark.parametrize("language", ["en", "sr-Latn", "sr-Cyrl", "bs", "sq", "mk", "bg"])
def test_every_language_can_say_every_event_in_more_than_one_way(language):
    items = Voice(language, "serbian", "X").words["items"]
    assert set(items) == {*BUILDERS, "launch", "seizure", "arrest", "death"}
    assert sum(len(sentences) for sentences in items.values()) >= 40


def test_provenance_is_in_the_script_of_the_report():
    line = Voice("sr-Cyrl", "serbian", "X").line("provenance", Stream(1))
    assert re.search("[а-я]", line)
    assert not re.search("[a-z]", line)


def test_phones_are_written_in_several_ways(world):
    phones = [fact["text"] for fact in world.rows("report_facts") if fact["kind"] == "phone"]
    assert len({re.sub(r"\d", "9", phone) for phone in phones}) >= 5
    assert any(phone.startswith("00") for phone in phones)


def test_no_slot_and_no_markup_is_left_in_a_text(world):
    for file, text in world.texts().items():
        assert not re.search(r"[{}<>|]|\[[^\]]*\|", text), file
        assert ".." not in text, file
