"""Where the trade runs."""

from headwater.analysis.routes import legs

__all__ = ["legs"]
