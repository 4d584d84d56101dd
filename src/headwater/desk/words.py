"""Words: the texts of pages in the reader's language, English where nobody has translated one."""

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from litestar import Request

from headwater.desk.phrases import LONGEST, translated

LANGUAGES: Mapping[str, str] = {
    "en": "English",
    "sr": "Српски",
    "sq": "Shqip",
    "mk": "Македонски",
    "bg": "Български",
}
"""Languages of the desk by their ISO 639-1 code, each in its own name; English is complete."""

LANGUAGE_COOKIE = "language"

_FOLDER = Path(__file__).parent / "languages"


def language_of(request: Request[Any, Any, Any]) -> str:
    """The language that the reader chose in the settings, else the first their browser asks for."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    asked = request.headers.get("accept-language", "").lower().split(",")
    wanted = (one.strip()[:2] for one in asked if not one.replace(" ", "").endswith(";q=0"))
    return next((language for language in wanted if language in LANGUAGES), "en")


@cache
def _catalogue(language: str) -> Mapping[Any, Any]:
    from babel.messages.pofile import read_po

    path = _FOLDER / f"{language}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as lines:
        return {
            one.id: one.string
            for one in read_po(lines, locale=language)
            if one.id and one.string and all(one.string)
        }


def said(language: str, text: str) -> str:
    """A text of a page in a language, also one that the program has put together."""
    return str(translated(on_pages(text), _catalogue(language)))


def on_pages(text: str) -> str:
    """A text that names a command of ours, with the page that does it in its place."""
    if "headwater " not in text or len(text) > LONGEST:
        return text
    for command, instead in _ON_PAGES:
        text = re.sub(command, instead, text)
    return text


_WAITS = "the page Review shows what waits"
_TAKEN_BACK = "take that back first, on the page Review, under Joined or Decided"
_ON_PAGES: tuple[tuple[str, str], ...] = (
    (
        "Until somebody decides with headwater categorise, the person is in no ranking, removal "
        "or group",
        "Until somebody decides, the person is in no ranking, removal or group",
    ),
    (", without a category; decide with headwater categorise", ", without a category"),
    (
        "see headwater review --people and headwater categorise; for somebody's own safety a "
        "supervisor asks with --safeguarding",
        "see who waits under People to categorise, on the page Review; for somebody's own safety "
        "a supervisor asks, and ticks it in the form",
    ),
    (
        "headwater review --people, headwater categorise,",
        "under People to categorise, on the page Review,",
    ),
    (
        "headwater review --joined and headwater review --decided list what can be undone",
        "the page Review lists what can be taken back, under Joined and Decided",
    ),
    ("to take that back: headwater review undo .+ --reason TEXT", _TAKEN_BACK),
    ("take that back first: headwater review undo .+ --reason TEXT", _TAKEN_BACK),
    ("headwater review accept .+ --reason TEXT", "accept it"),
    (
        "headwater categorise PERSON CATEGORY --case C --reason TEXT",
        "decide it on the person's own page",
    ),
    (
        "go on after another entry, or begin anew: headwater review",
        "begin anew on the page Review",
    ),
    (
        "give the id of the join: headwater review --joined",
        "take it back where it is listed: on the page Review, under Joined",
    ),
    ("headwater review --find NAME shows ids", "look for it by its name on the page Search"),
    ("headwater review same ENTITY ENTITY --reason TEXT", "answer it on the page Review"),
    ("headwater review --people lists people", "the page Search finds people"),
    ("see headwater review|headwater review shows what waits", _WAITS),
    ("headwater watch list shows yours", "the page Watches lists yours"),
    ("headwater alerts lists them", "the page Alerts lists them"),
    (
        "headwater user add .+ --role ROLE|headwater user list shows who there is",
        "the page People lists who there is, and adds others",
    ),
    (
        "hand in .+ at a time, a ZIP of them, or use headwater add",
        "ask whoever runs the node to read them in",
    ),
    (
        "split it, or read it in with headwater add",
        "split it, or ask whoever runs the node to read it in",
    ),
    (
        "name one by the beginning of its handle: headwater token list",
        "the page Settings lists your tokens",
    ),
    ("make a new one: headwater token new", "make a new one on the page Settings"),
    ("see `headwater methods`", "the page Methods lists all"),
)
"""What a text says of a command, a pattern, and what a reader of pages is told in its place."""


OFFERED = "Read in the report."
"""The reason that the page of a report offers, for whoever writes none of their own."""


def reason_said(language: str, reason: str) -> str:
    """A reason as somebody wrote it; the one that a page offers is said in the reader's language.

    Args:
        language: The reader's.
        reason: What was kept, in the language of whoever decided.
    """
    offered = reason == OFFERED or any(
        _catalogue(each).get(OFFERED) == reason for each in LANGUAGES
    )
    return said(language, OFFERED) if offered else reason


def day_said(language: str, day: str) -> str:
    """A day in words, `2026-03-05` as "5 March 2026"; empty where it is no day."""
    from babel.dates import format_date

    try:
        told = date.fromisoformat(day)
    except ValueError:
        return ""
    # the day comes before the month wherever the desk is read
    return format_date(told, "long", locale="en_GB" if language == "en" else language)


@cache
def live_words(language: str) -> Mapping[str, str]:
    """What chart, map, timeline, alerts and keys say in a language, by the name of each text.

    Only what is translated: they know the English themselves.
    """
    texts: Mapping[str, str] = json.loads((_FOLDER / "live.json").read_text(encoding="utf-8"))
    known = _catalogue(language)
    return {name: str(known[text]) for name, text in texts.items() if text in known}


def said_of(language: str, one: str, many: str, number: int) -> str:
    """A text about a number of things, in the form that the language has for that number."""
    from babel import Locale

    forms = _catalogue(language).get((one, many))
    if not forms:
        return one if number == 1 else many
    form = Locale.parse(language).plural_form(number)
    order = sorted(Locale.parse(language).plural_form.tags | {"other"}, key=_PLURALS.index)
    return str(forms[min(order.index(form), len(forms) - 1)])


_PLURALS = ("zero", "one", "two", "few", "many", "other")
