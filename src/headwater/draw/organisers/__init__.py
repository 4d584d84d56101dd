"""What is found about organisers, drawn: groups and ties, places with their intervals, curves."""

from headwater.draw.organisers.curves import Curve, draw_curves
from headwater.draw.organisers.groups import Bond, Person, draw_groups
from headwater.draw.organisers.ranks import Span, draw_ranks

__all__ = ["Bond", "Curve", "Person", "Span", "draw_curves", "draw_groups", "draw_ranks"]
