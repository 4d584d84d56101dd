"""Traces: what is kept of somebody whose row became a count, and what a match with one means."""

from headwater.safeguard.traces.forms import Identifier, Particulars, asked, kept, of_statements
from headwater.safeguard.traces.names import name_form
from headwater.safeguard.traces.rule import MOST_HOLDERS, Hit, Trace, of_one_person, places_of

__all__ = [
    "MOST_HOLDERS",
    "Hit",
    "Identifier",
    "Particulars",
    "Trace",
    "asked",
    "kept",
    "name_form",
    "of_one_person",
    "of_statements",
    "places_of",
]
