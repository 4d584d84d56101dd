"""Write: a briefing as the bytes of a file."""

from headwater.brief.briefing import Briefing
from headwater.brief.forms import markdown, page, pdf

FORMS = (".pdf", ".html", ".md")
"""Endings of the files a briefing can be written to."""


def rendered(briefing: Briefing, form: str) -> bytes:
    """The bytes of a briefing in one of `FORMS`."""
    if form == ".pdf":
        return pdf(briefing)
    return (page(briefing) if form == ".html" else markdown(briefing)).encode("utf-8")
