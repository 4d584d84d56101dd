"""PDF: typeset by Typst with the fonts of this package, archival (PDF/A-2b), tagged, repeatable."""

import json
import re
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from headwater.brief.briefing import Briefing
from headwater.brief.forms.glyphs import drawable
from headwater.brief.forms.printed import printed
from headwater.draw import font_folder

if TYPE_CHECKING:
    import typst


def pdf(briefing: Briefing) -> bytes:
    """The briefing as a PDF file; the same briefing gives the same bytes.

    Letters that none of the shipped fonts can draw stand as their number, `[U+4E2D]`, so that no
    page ever shows an empty box.
    """
    import typst

    template = files("headwater.brief.forms").joinpath("briefing.typ").read_bytes()
    compiler = typst.Compiler(input=template, font_paths=_fonts())
    made = compiler.compile(
        format="pdf",
        sys_inputs={"data": drawable(json.dumps(printed(briefing), ensure_ascii=False))},
        pdf_standards=["a-2b"],
        timestamp=_moment(briefing.occasion.made),
    )
    return cast("bytes", made)


@cache
def _fonts() -> "typst.Fonts":
    """The shipped fonts and no others, so that every machine sets the same page."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_folder())],
    )


def _moment(made: str) -> datetime:
    """The creation date of the file: the day of the briefing, never the machine's clock."""
    day = re.match(r"\d{4}-\d{2}-\d{2}", made)
    return datetime.fromisoformat(day[0] if day else "2000-01-01").replace(tzinfo=UTC)
