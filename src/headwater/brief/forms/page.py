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
    style += _page_margins(briefing.marking)
    return room.from_string(source).render(b=printed(briefing), style=Markup(style))  # noqa: S704 - our own file, and letters as numbers


def _page_margins(marking: str) -> str:
    """Marking at the top and foot of every printed page, with the page's number.

    Each letter of the marking stands as its number, so that none can end the string or the sheet.
    """
    letters = "".join(f"\\{ord(letter):06x}" for letter in marking)
    style = "font: bold 8pt sans-serif; text-align: center;"
    pages = '"Page " counter(page) " of " counter(pages)'
    return (
        f'@page {{ @top-center {{ content: "{letters}"; {style} }}'
        f' @bottom-center {{ content: "{letters}"; {style} }}'
        f" @bottom-right {{ content: {pages}; font: 8pt sans-serif; }} }}\n"
    )
