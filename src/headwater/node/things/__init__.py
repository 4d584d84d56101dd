"""Things: the page of one person, group, vehicle, account or place, as a viewer may see it."""

from headwater.node.things.by_report import Sentences
from headwater.node.things.columns import place_of, places, rows_at, whole
from headwater.node.things.events import Event, events_about, events_of
from headwater.node.things.index import ThingIndex, index_for, index_of
from headwater.node.things.postings import Postings
from headwater.node.things.said import Property, Value
from headwater.node.things.shield import Shield, may_categorise, shield_for, shield_of
from headwater.node.things.thing import Thing, see_thing
from headwater.node.things.ties import Tie
from headwater.node.things.wording import in_words, kind_word

__all__ = [
    "Event",
    "Postings",
    "Property",
    "Sentences",
    "Shield",
    "Thing",
    "ThingIndex",
    "Tie",
    "Value",
    "events_about",
    "events_of",
    "in_words",
    "index_for",
    "index_of",
    "kind_word",
    "may_categorise",
    "place_of",
    "places",
    "rows_at",
    "see_thing",
    "shield_for",
    "shield_of",
    "whole",
]
