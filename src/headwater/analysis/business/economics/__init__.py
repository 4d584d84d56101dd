"""business.economics: what a launch, a lorry and a group earn, spend and keep."""

from headwater.analysis.business.economics.books import Book, books
from headwater.analysis.business.economics.method import METHOD, run
from headwater.analysis.business.economics.own import Told, told_of
from headwater.analysis.business.economics.parameters import Draws, Name, drawn, settled

__all__ = [
    "METHOD",
    "Book",
    "Draws",
    "Name",
    "Told",
    "books",
    "drawn",
    "run",
    "settled",
    "told_of",
]
