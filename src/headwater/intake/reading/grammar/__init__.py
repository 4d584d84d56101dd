"""Grammar: numbers, money, quantities, measures, dates and identifiers, language by language."""

from headwater.intake.reading.grammar.dates import Dated, births, dates
from headwater.intake.reading.grammar.fees import Fee, fees
from headwater.intake.reading.grammar.identifiers import Identifier, identifiers
from headwater.intake.reading.grammar.measures import Measure, makes, measures
from headwater.intake.reading.grammar.money import Amount, amounts
from headwater.intake.reading.grammar.numbers import Number, numbers, plain
from headwater.intake.reading.grammar.quantities import Quantity, quantities
from headwater.intake.reading.grammar.vocabulary import fold

__all__ = [
    "Amount",
    "Dated",
    "Fee",
    "Identifier",
    "Measure",
    "Number",
    "Quantity",
    "amounts",
    "births",
    "dates",
    "fees",
    "fold",
    "identifiers",
    "makes",
    "measures",
    "numbers",
    "plain",
    "quantities",
]
