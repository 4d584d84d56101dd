"""Which movements of money belong together: hawala settlements, split payments, transfers."""

from headwater.analysis.business.money.settlements.ledger import NO_DAY, Ledger, days_of, ledger_of
from headwater.analysis.business.money.settlements.matching import (
    Search,
    Settlements,
    settlements,
)
from headwater.analysis.business.money.settlements.nearby import Reach, Spots, nearby

__all__ = [
    "NO_DAY",
    "Ledger",
    "Reach",
    "Search",
    "Settlements",
    "Spots",
    "days_of",
    "ledger_of",
    "nearby",
    "settlements",
]
