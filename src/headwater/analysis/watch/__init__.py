"""Watch: which standing questions new reports answer, how urgent that is, and in which words.

Nothing here reads a store or a picture: what came in is handed in, and with it what others found
in it (names across scripts, words of danger, who may be one with whom). A batch is gone through
once, whatever the number of watches: each column is met with what all watches ask of it.
"""

from headwater.analysis.watch.answer import Answer, answer_id
from headwater.analysis.watch.asking import Arrival, Found, answers
from headwater.analysis.watch.danger import is_fresh
from headwater.analysis.watch.numbers import number_form
from headwater.analysis.watch.stated import bearers
from headwater.analysis.watch.telling import question_told, told

__all__ = [
    "Answer",
    "Arrival",
    "Found",
    "answer_id",
    "answers",
    "bearers",
    "is_fresh",
    "number_form",
    "question_told",
    "told",
]
