"""Land and borders to draw beneath a map."""

from headwater.draw.geography.land import Geography, Line, Window, geography

__all__ = ["Geography", "Line", "Window", "geography"]
