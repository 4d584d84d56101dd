"""Money: an amount or a range, in a currency, on a basis; never converted without a date."""

from dataclasses import dataclass
from decimal import Decimal

from headwater.model.errors import Refused

FEE_BASES = ("person", "family", "vehicle_trip", "boat", "leg", "whole_journey")
"""What a fee is paid for; a fee without a basis cannot be compared with any other."""

SERVICE_MODELS = ("full_package", "per_leg")
"""Whole journey bought at once, or leg by leg."""

PAYMENT_MODES = ("upfront", "escrow", "on_arrival", "in_kind", "debt")
"""When and how the fee is paid; escrow is held by a third party until arrival."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as it was said.

    Attributes:
        low: Lower end; None where the text gives none ("up to 7,000", "thousands of pounds").
        high: Upper end; None where the text gives none. Equal to `low` for a single amount.
        currency: ISO 4217 code, or empty where it is unknown.
        text: The words it was read from.
    """

    low: Decimal | None
    high: Decimal | None
    currency: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse a range that is upside down, and amounts below zero."""
        for amount in (self.low, self.high):
            if amount is not None and (not amount.is_finite() or amount < 0):
                raise Refused(f"{amount} is not an amount of money", do="check the sign")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise Refused(f"the range {self.low} to {self.high} is upside down", do="swap the ends")

    @property
    def exact(self) -> bool:
        """Whether one amount was given, not a range or words alone."""
        return self.low is not None and self.low == self.high
