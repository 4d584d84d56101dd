"""Telling: what an agency came to know, said in its language, in the form of a report."""

from headwater.exercise.telling.language import manner_of, spell_for
from headwater.exercise.telling.reports import Reporter, WrittenReport

__all__ = ["Reporter", "WrittenReport", "manner_of", "spell_for"]
