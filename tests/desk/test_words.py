"""A page speaks the reader's language, and English where nobody has translated a text."""

import ast
import json
import re
from gettext import c2py
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from headwater.cli import program
from headwater.desk import menu, words
from headwater.desk.words import LANGUAGES, day_said, live_words, said, said_of
from headwater.safeguard import Role

_MAKER = Path(__file__).parents[2] / "docs" / "build_languages.py"
_FIELD = re.compile(r"%\(\w+\)s|\{\w+\}")
_CAME = "%(num)s report came in.", "%(num)s reports came in."
TRANSLATED = sorted(set(LANGUAGES) - {"en"})


@pytest.fixture(scope="module")
def maker():
    """What writes the catalogues anew."""
    spec = spec_from_file_location("build_languages", _MAKER)
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.fixture(scope="module")
def texts(maker):
    return set(maker.texts())


@pytest.fixture(scope="module")
def catalogues():
    def read(language):
        with (Path(words.__file__).parent / "languages" / f"{language}.po").open("rb") as lines:
            return read_po(lines, locale=language)

    return {language: read(language) for language in TRANSLATED}


def _written_texts():
    """Every text of the code that a page may come to say, an `x` where a value is put in."""
    elsewhere = ("cli", "node/registration", "node/opening", "node/demonstration", "desk/words")
    root = Path(words.__file__).parents[1]
    for path in root.rglob("*.py"):
        where = path.relative_to(root).as_posix()
        if where.startswith((*elsewhere, "brief/", "store/database", "node/independence")):
            continue  # of the command line alone, or with pages' names in its own words
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = (one.value for one in ast.walk(tree) if isinstance(one, ast.Expr))
        docstrings = {id(one) for one in told if isinstance(one, ast.Constant)}
        for one in ast.walk(tree):
            if isinstance(one, ast.JoinedStr):
                parts = (getattr(part, "value", "x") for part in one.values)
                yield where, "".join(p if isinstance(p, str) else "x" for p in parts)
                docstrings |= {id(part) for part in one.values}
            elif isinstance(one, ast.Constant) and id(one) not in docstrings:
                yield where, one.value if isinstance(one.value, str) else ""


def test_no_page_sends_anybody_to_the_command_line():
    commands = "|".join(set(program.headwater.commands) - {"init"})  # no page makes a node
    command = re.compile(rf"\bheadwater ({commands})\b")
    found = [one for one in _written_texts() if command.search(one[1])]
    assert len(found) > 20
    assert [one for one in found if command.search(words.on_pages(one[1]))] == []
    pages = (Path(words.__file__).parent / "templates").rglob("*.j2")
    assert [p for p in pages if command.search(p.read_text(encoding="utf-8"))] == []


def test_a_command_in_a_text_is_told_as_the_page_that_does_it():
    assert said("en", "see headwater review") == "the page Review shows what waits"
    undo = "to take that back: headwater review undo J-1 --reason TEXT"
    assert said("en", undo).startswith("take that back first, on the page Review")
    assert said("en", "Headwater reads it") == "Headwater reads it"


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_translated_is_a_text_of_the_pages_with_the_same_numbers_in_it(
    language, texts, catalogues
):
    catalogue = catalogues[language]
    assert "NOT REVIEWED" in catalogue.header_comment
    begun = [one for one in catalogue if one.id and one.string and all(one.string)]
    assert len(begun) > 350
    for one in begun:
        assert one.id in texts, "run: make languages"
        fields = [set(_FIELD.findall(text)) for text in _forms(one.id)]
        for said_so in _forms(one.string):
            assert set.intersection(*fields) <= set(_FIELD.findall(said_so)) <= set.union(*fields)


def _forms(text):
    """A text of one and of many things, or the one text that there is."""
    return [text] if isinstance(text, str) else text


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_number_has_the_form_that_the_catalogue_says(language, catalogues):
    form = c2py(catalogues[language].plural_expr)
    forms = catalogues[language][_CAME[0]].string
    assert len(forms) == catalogues[language].num_plurals
    assert all(said_of(language, *_CAME, n) == forms[form(n)] for n in range(130))


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_counted_has_every_form_of_its_language(language, catalogues):
    catalogue = catalogues[language]
    counted = [one for one in catalogue if isinstance(one.id, tuple) and any(one.string)]
    assert len(counted) > 30
    assert [
        one.id for one in counted if len(list(filter(None, one.string))) != len(one.string)
    ] == []
    assert {len(one.string) for one in counted} == {catalogue.num_plurals}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_question_stays_a_question_and_a_sentence_ends(language, catalogues):
    ends = {
        one.id: (one.id[-1], one.string[-1])
        for one in catalogues[language]
        if isinstance(one.id, str) and one.id and one.string
    }
    assert [text for text, (was, now) in ends.items() if (was in ".:?!") != (now in ".:?!")] == []
    assert [text for text, (was, now) in ends.items() if (was == "?") != (now == "?")] == []


def test_a_button_fits_a_line_of_a_phone_in_every_language():
    """390 px hold about forty letters; a word of more than twenty would be cut."""
    templates = Path(words.__file__).parent / "templates"
    pages = "".join(path.read_text(encoding="utf-8") for path in templates.rglob("*.j2"))
    buttons = re.findall(r'(?s)<button[^>]*>.*?</button>|<a class="button".*?</a>', pages)
    texts = {text for one in buttons for text in re.findall(r'\b_\("(.*?)"\)', one)}
    assert len(texts) > 40
    shown = {(language, said(language, text)) for language in LANGUAGES for text in texts}
    assert [one for one in shown if len(one[1]) > 40] == []
    assert [one for one in shown if max(map(len, re.split(r"[\s-]", one[1]))) > 20] == []


def test_twenty_one_is_like_one_where_speakers_say_it_so():
    assert said_of("mk", *_CAME, 21) == said_of("mk", *_CAME, 1)
    assert said_of("sr", *_CAME, 21) == said_of("sr", *_CAME, 1)
    assert said_of("bg", *_CAME, 21) == said_of("bg", *_CAME, 2)


def test_a_translation_and_its_mark_stay_when_the_catalogues_are_written_anew(maker, catalogues):
    was = catalogues["sr"]
    was["Today"].flags.add("fuzzy")
    was["Reports"].flags.discard("fuzzy")
    was.add("a text that no page has any more", "текст")
    entries = maker.renewed("sr", was).decode("utf-8").split("\n\n")
    assert '#, fuzzy\nmsgid "Today"\nmsgstr "Данас"' in entries
    assert 'msgid "Reports"\nmsgstr "Извештаји"' in entries
    assert not any("no page has" in entry for entry in entries)


def test_the_menu_is_there_in_every_language():
    for language in TRANSLATED:
        assert all(said(language, each.label) != each.label for each in menu.menu(Role))


def test_the_reader_chooses_the_language_and_the_browser_proposes_one(enter):
    ana = enter("ana")
    assert "Денес" in ana.get("/", headers={"Accept-Language": "mk, en"}).text
    ana.cookies.set("language", "sq")
    assert "Cilësimet" in ana.get("/", headers={"Accept-Language": "mk, en"}).text


def test_chart_map_and_alerts_speak_the_language_of_the_page(enter):
    ana = enter("ana")
    assert 'id="hw-words"' not in ana.get("/").text
    page = ana.get("/", headers={"Accept-Language": "sr"}).text
    (told,) = re.findall(r'<script type="application/json" id="hw-words">(.*?)</script>', page)
    assert json.loads(told)["alerts.title"] == "Нова упозорења"
    assert json.loads(told)["word.being_moved"] == said("sr", "being moved")


def test_the_texts_of_the_live_parts_are_those_that_they_say(maker):
    kept = Path(words.__file__).parent / "languages" / "live.json"
    assert json.loads(kept.read_text(encoding="utf-8")) == maker.live(), "run: make languages"
    assert set(live_words("mk")) <= set(maker.live())
    assert live_words("en") == {}


def test_a_text_without_a_translation_stays_english():
    for language in LANGUAGES:
        assert said(language, "no such text anywhere") == "no such text anywhere"
        assert said(language, "") == ""


def test_a_reason_that_the_page_offers_is_read_in_each_readers_language_and_any_other_as_written():
    page = Path(words.__file__).parent / "templates" / "reports" / "read.html.j2"
    assert f'_("{words.OFFERED}")' in page.read_text(encoding="utf-8")
    serbian = words.reason_said("sr", words.OFFERED)
    assert serbian != words.OFFERED
    assert words.reason_said("en", serbian) == words.OFFERED
    assert words.reason_said("sq", serbian) == said("sq", words.OFFERED)
    assert words.reason_said("sr", "accept it") == "accept it"


def test_a_day_is_said_in_words_the_day_before_the_month():
    assert day_said("en", "2026-03-05") == "5 March 2026"
    assert day_said("sr", "2026-03-05") == "5. март 2026."
    assert day_said("bg", "2026-02-31") == day_said("en", "") == ""


def test_the_days_of_a_filter_stand_beside_it_in_words(enter):
    ana = enter("ana")
    page = ana.get("/reports?since=2026-03-05", headers={"Accept-Language": "mk"}).text
    assert re.search(r'for="f-since">5 март 2026', page)
    assert re.search(r'for="f-since"></output>', ana.get("/reports").text)


def test_one_thing_and_several_are_told_apart():
    assert said_of("en", "one report", "many reports", 1) == "one report"
    assert said_of("sr", "one thing", "many things", 2) == "many things"
    assert said_of("sr", *_CAME, 1) != said_of("sr", *_CAME, 2) != said_of("sr", *_CAME, 5)
