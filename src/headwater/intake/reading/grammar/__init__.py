"""Grammar: numbers, money, quantities, dates and identifiers, language by language."""

from headwater.intake.reading.grammar.dates import Dated, dates
from headwater.intake.reading.grammar.identifiers import Identifier, identifiers
from headwater.intake.reading.grammar.money import Amount, Fee, amounts, fees
from headwater.intake.reading.grammar.numbers import Number, numbers, plain
from headwater.intake.reading.grammar.quantities import Quantity, quantities

__all__ = [
    "Amount",
    "Dated",
    "Fee",
    "Identifier",
    "Number",
    "Quantity",
    "amounts",
    "dates",
    "fees",
    "identifiers",
    "numbers",
    "plain",
    "quantities",
]
