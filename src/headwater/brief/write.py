"""Write: a briefing as a file of the form its name asks for, or as lines for a terminal."""

from collections.abc import Sequence
from pathlib import Path

from headwater.brief.briefing import Briefing, Occasion
from headwater.brief.compose import compose
from headwater.brief.forms import markdown, page, pdf, terminal
from headwater.brief.view import ReadModel
from headwater.model import Finding, WrongUse

FORMS = (".pdf", ".html", ".md")
"""Endings of the files a briefing can be written to."""


def write_brief(
    picture: ReadModel, findings: Sequence[Finding], out: Path, occasion: Occasion
) -> Briefing:
    """Compose a briefing and write it to a file whose ending decides the form.

    Returns:
        The briefing, so that a caller can print its summary too.

    Raises:
        WrongUse: If the ending is none of `FORMS`; nothing is composed or written then.
    """
    form = out.suffix.lower()
    if form not in FORMS:
        raise WrongUse(
            f"a briefing cannot be written as {out.suffix or 'a file without an ending'!r}",
            where=out.name,
            do=f"end the name in {', '.join(FORMS)}",
        )
    briefing = compose(picture, findings, occasion)
    out.write_bytes(rendered(briefing, form))
    return briefing


def rendered(briefing: Briefing, form: str) -> bytes:
    """The bytes of a briefing in one of `FORMS`."""
    if form == ".pdf":
        return pdf(briefing)
    return (page(briefing) if form == ".html" else markdown(briefing)).encode("utf-8")


def summary(picture: ReadModel, findings: Sequence[Finding], occasion: Occasion) -> list[str]:
    """Page one of the briefing as lines for a terminal."""
    return terminal(compose(picture, findings, occasion))
