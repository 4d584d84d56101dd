"""HTML: one file that needs nothing else; no script, nothing fetched, readable by ear."""

from importlib.resources import files

from headwater.brief.briefing import Briefing
from headwater.brief.forms.printed import printed


def page(briefing: Briefing) -> str:
    """The briefing as one HTML file with its style sheet and drawings inside.

    Every word is escaped by the template engine; only drawings go in as they are, and those come
    from our own renderer, which has escaped its words already.
    """
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    room = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    source = files("headwater.brief.forms").joinpath("briefing.html.j2").read_text(encoding="utf-8")
    style = files("headwater.brief.forms").joinpath("briefing.css").read_text(encoding="utf-8")
    room.filters["drawing"] = Markup
    return room.from_string(source).render(b=printed(briefing), style=Markup(style))  # noqa: S704 - our own file
