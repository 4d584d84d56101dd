"""Findings as a briefing that a commander reads in five minutes: PDF, HTML, Markdown, terminal."""

from headwater.brief.briefing import MAY_BE_LEFT_OUT, Briefing, Occasion
from headwater.brief.compose import compose
from headwater.brief.forms import terminal
from headwater.brief.masking import Mask, apart
from headwater.brief.view import View
from headwater.brief.write import FORMS, rendered

__all__ = [
    "FORMS",
    "MAY_BE_LEFT_OUT",
    "Briefing",
    "Mask",
    "Occasion",
    "View",
    "apart",
    "compose",
    "rendered",
    "terminal",
]
