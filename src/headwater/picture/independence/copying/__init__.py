"""Copying: which pairs of candidates have their claims from one another.

What both claim, and how each is told, is evidence; what it is worth was learned.
"""

from headwater.picture.independence.copying.manner import Manner
from headwater.picture.independence.copying.weighing import copying

__all__ = ["Manner", "copying"]
