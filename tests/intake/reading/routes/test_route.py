"""From, over, to."""

from headwater.intake.reading.passage import Passage
from headwater.intake.reading.routes import route, spoken_of


def read(text: str, language: str = "en") -> tuple[str, list[str], str]:
    passage = Passage(text, language, None)
    found = route(passage, spoken_of(passage), (0, len(text)))
    origin = found.origin.value if found.origin else ""
    goal = found.destination.value if found.destination else ""
    return origin, [hit.value for hit in found.via], goal


def test_words_before_a_place_say_what_it_is_on_the_way() -> None:
    line = "They went from Calais via Dunkirk to Dover."
    assert read(line) == ("hw-calais", ["hw-dunkirk"], "hw-dover")
    assert read("Od Horgoša preko Röszke do Trsta.", "sr")[0] == "hw-horgos"
    assert read("От Калотина през Калотина до Берлин.", "bg")[2] == "hw-berlin"
    assert read("Nga Kakavia përmes Kapshticës në Vjenë.", "sq")[0] == "hw-kakavia"


def test_a_river_that_is_crossed_is_no_stop_on_the_way() -> None:
    line = "They went from Bačka Palanka across the Danube to Ilok."
    assert read(line) == ("gn-3204674", [], "gn-3199128")
    assert read("Iz Srbije preko Dunava u Hrvatsku.", "hr") == ("hw-serbia", [], "hw-croatia")
    assert read("They went from Serbia to the Danube.")[2] == "hw-danube"


def test_two_origins_are_no_origin() -> None:
    assert read("From Calais and from Dunkirk to Dover.")[0] == ""


def test_a_small_place_needs_words_that_speak_of_one() -> None:
    passage = Passage("Xarrë Petrova spoke. She lives in Xarrë.", "en", None)
    assert len(spoken_of(passage)) == 1


def test_a_place_that_people_are_called_after_needs_them_too() -> None:
    passage = Passage("Milan spoke. He lives in Milan.", "en", None)
    assert [hit.start for hit in spoken_of(passage)] == [25]


def test_in_turkish_the_ending_behind_a_place_says_what_it_is() -> None:
    line = "Grup Edirne'den İzmir'e götürüldü, Foça'da bekledi."
    assert read(line, "tr")[::2] == ("gn-747712", "gn-311046")


def places(text: str, language: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in spoken_of(Passage(text, language, None))]


def test_an_albanian_text_means_no_small_turkish_town_unless_it_speaks_of_turkey() -> None:
    assert places("Policia kontrolloi 12 migrantë në Hani.", "sq") == []
    assert "Hani" in places("Ai u arrestua në Hani, në Turqi.", "sq")


def test_albanian_verbs_and_common_words_are_no_places() -> None:
    assert places("Nisën nga Tirana drejt Durrësit.", "sq") == ["Tirana", "Durrësit"]
    assert places("Nga Bregu i detit u nisën 20 migrantë.", "sq") == []
    assert places("Sot në Tiranë u arrestuan dy persona.", "sq") == ["Tiranë"]
    assert places("Van i bardhë u pa në Durrës.", "sq") == ["Durrës"]
    assert places("U nisën nga Van drejt Stambollit.", "sq") == ["Van", "Stambollit"]


def test_the_albanian_drin_is_not_the_drina() -> None:
    def rivers(text: str) -> list[str]:
        return [hit.value for hit in spoken_of(Passage(text, "sq", None))]

    assert rivers("U gjetën pranë lumit Drinit.") == ["hw-river-drin"]
    assert rivers("U gjetën pranë lumit Drinë.") == ["hw-drina"]


def test_a_latin_spelling_in_brackets_is_the_cyrillic_place_before_it() -> None:
    assert read("Са плаже у Вимреу (Wimereux) ка Доверу.", "sr")[::2] == (
        "hw-wimereux",
        "hw-dover",
    )
    assert read("Из Калеа (Calais) преко Лила до Довера (Dover).", "sr")[::2] == (
        "hw-calais",
        "hw-dover",
    )
    passage = Passage("Чамац је испловио у Вимреу (Wimereux).", "sr", None)
    assert [hit.value for hit in route(passage, spoken_of(passage), (0, 40)).at] == ["hw-wimereux"]
