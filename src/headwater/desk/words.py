"""Words: the texts of pages in the reader's language, English where nobody has translated one."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from litestar import Request

from headwater.desk.phrases import translated

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
    return str(translated(text, _catalogue(language)))


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
