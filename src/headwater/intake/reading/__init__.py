"""A first reader of text: proposes claims, each with its exact words."""

from headwater.intake.reading.claim import Claim, Reading
from headwater.intake.reading.dangers import Danger, dangers
from headwater.intake.reading.gist import Gist, Gists, gists
from headwater.intake.reading.names import lookup, place, places_beginning
from headwater.intake.reading.orders import orders
from headwater.intake.reading.passage import sentences
from headwater.intake.reading.reader import counted, propose

__all__ = [
    "Claim",
    "Danger",
    "Gist",
    "Gists",
    "Reading",
    "counted",
    "dangers",
    "gists",
    "lookup",
    "orders",
    "place",
    "places_beginning",
    "propose",
    "sentences",
]
