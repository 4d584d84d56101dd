"""Pages: templates filled in; every word is escaped, only drawings of ours go in as images."""

import re
from collections.abc import Mapping
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Template
from litestar.template import TemplateConfig
from markupsafe import Markup, escape

from headwater.desk.menu import menu, room_of
from headwater.desk.visit import Visit
from headwater.desk.words import day_said, language_of, live_words, reason_said, said, said_of
from headwater.node.watching import from_now_on

TEMPLATES = Path(str(files("headwater.desk").joinpath("templates")))
STATIC = Path(str(files("headwater.desk").joinpath("static")))


@cache
def templates() -> TemplateConfig[JinjaTemplateEngine]:
    """The template engine: strict about what is missing, and escaping everything.

    Desks of one process share it, so that a template is compiled once.
    """
    room = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    room.add_extension("jinja2.ext.i18n")
    room.install_gettext_callables(_said, _said_of, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    # `_` fills in what follows a percent sign; `as_said` is for texts that may hold anything.
    room.globals |= {"asset": asset, "as_said": _said, "language": _language}
    room.globals |= {"live_words": _live_words, "day_said": _day_said}
    room.globals["reason_said"] = _reason_said
    room.filters |= {"sentence": _sentence, "numbers": numbers}
    room.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(room))


@cache
def asset(name: str) -> str:
    """Where a file of `static` is; another address whenever its content is another.

    Empty for a live part that was not built: the page goes without it.
    """
    path = STATIC / name
    if not path.is_file():
        return ""
    return f"/static/{name}?{sha256(path.read_bytes()).hexdigest()[:12]}"


def _sentence(text: str) -> str:
    """A text as a sentence begins, with a capital; the rest as it is, for it may hold names."""
    return text[:1].upper() + text[1:]


_NUMBER = re.compile(r"(\(?\+?\d[\d()]*(?:[ ./:\u2013-]{1,2}\(?\d[\d()]*)+|\+\d+)")
"""A number in several parts, as a phone, a date or a time."""


def numbers(text: str) -> Markup:
    """A text of a report whose numbers keep the order of their parts, in right-to-left text too.

    Without it `+381 60 1234567` behind an Arabic word is shown as `1234567 60 381+`.

    Source: Unicode Standard Annex 9, rules W2 and W4: behind Arabic letters neither a plus sign nor
    a hyphen belongs to a number.
    """
    pieces = _NUMBER.split(text)
    return Markup("").join(
        Markup('<bdi dir="ltr">{}</bdi>').format(piece) if at % 2 else escape(piece)
        for at, piece in enumerate(pieces)
    )


@pass_context
def _said(context: Context, text: str) -> str:
    return said(_language(context), text)


@pass_context
def _said_of(context: Context, one: str, many: str, number: int) -> str:
    return said_of(_language(context), one, many, number)


@pass_context
def _language(context: Context) -> str:
    visit: Visit | None = context.get("visit")
    if visit:
        return visit.language
    request = context.get("request")
    return language_of(request) if request else "en"


@pass_context
def _day_said(context: Context, day: str) -> str:
    return day_said(_language(context), day)


@pass_context
def _reason_said(context: Context, reason: str) -> str:
    return reason_said(_language(context), reason)


@pass_context
def _live_words(context: Context) -> Mapping[str, str]:
    return live_words(_language(context))


def page(
    name: str, visit: Visit | None, told: Mapping[str, Any] | None = None, *, status: int = 200
) -> Template:
    """A page of the desk.

    Args:
        name: Name of the template, without its ending.
        visit: Whose page it is; None for whoever is not signed in.
        told: What the template needs.
        status: Status of the answer.
    """
    bearings = {
        "visit": visit,
        # As `as_said`, for texts that stand in many lines: it costs a line no context of its own.
        "tell": partial(said, visit.language) if visit else None,
        "menu": menu(visit.node.viewer.roles) if visit else [],
        "room": room_of(name),
        "page_made": from_now_on(),
    }
    return Template(f"{name}.html.j2", context={**bearings, **(told or {})}, status_code=status)
