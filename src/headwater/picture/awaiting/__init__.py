"""Awaiting: whom a human has to look at, because they may be recorded as being moved."""

from headwater.picture.awaiting.particulars import telling
from headwater.picture.awaiting.questions import Question, Traces, open_questions

__all__ = ["Question", "Traces", "open_questions", "telling"]
