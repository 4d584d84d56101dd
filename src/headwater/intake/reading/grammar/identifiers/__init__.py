"""Identifiers: phones, plates, documents, accounts, wallets, devices, coordinates."""

from headwater.intake.reading.grammar.identifiers.finding import identifiers
from headwater.intake.reading.grammar.identifiers.identifier import Identifier

__all__ = ["Identifier", "identifiers"]
