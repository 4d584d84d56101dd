"""business.economics: what a launch, a lorry and a group earn, spend and keep."""

from headwater.analysis.business.economics.books import Book, books
from headwater.analysis.business.economics.far import far_warnings, missing_costs
from headwater.analysis.business.economics.method import METHOD, parameters_of_books, run
from headwater.analysis.business.economics.own import Told, told_of
from headwater.analysis.business.economics.parameters import (
    CURRENCY,
    Draws,
    Figure,
    Name,
    drawn,
    settled,
)

__all__ = [
    "CURRENCY",
    "METHOD",
    "Book",
    "Draws",
    "Figure",
    "Name",
    "Told",
    "books",
    "drawn",
    "far_warnings",
    "missing_costs",
    "parameters_of_books",
    "run",
    "settled",
    "told_of",
]
