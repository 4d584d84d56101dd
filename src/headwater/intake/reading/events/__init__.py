"""Events: what happened, to whom, where; put together from words, names and figures."""

from headwater.intake.reading.events.acts import acts, seized_cash
from headwater.intake.reading.events.aims import aims
from headwater.intake.reading.events.belongings import belongings, sure_births
from headwater.intake.reading.events.coercion import coerced, signs
from headwater.intake.reading.events.denials import denials
from headwater.intake.reading.events.details import details
from headwater.intake.reading.events.fees import propose_fee
from headwater.intake.reading.events.frame import Frame
from headwater.intake.reading.events.legs import legs
from headwater.intake.reading.events.payments import is_payment, propose_payment
from headwater.intake.reading.events.roles import (
    associations,
    contacts,
    networks,
    roles,
)

__all__ = [
    "Frame",
    "acts",
    "aims",
    "associations",
    "belongings",
    "coerced",
    "contacts",
    "denials",
    "details",
    "is_payment",
    "legs",
    "networks",
    "propose_fee",
    "propose_payment",
    "roles",
    "seized_cash",
    "signs",
    "sure_births",
]
