"""The forms a briefing takes: PDF, HTML, Markdown, and lines for a terminal."""

from headwater.brief.forms.markdown import markdown
from headwater.brief.forms.page import page
from headwater.brief.forms.pdf import pdf
from headwater.brief.forms.terminal import terminal

__all__ = ["markdown", "page", "pdf", "terminal"]
