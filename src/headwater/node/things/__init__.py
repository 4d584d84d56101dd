"""Things: the page of one person, group, vehicle, account or place, as a viewer may see it."""

from headwater.node.things.columns import by_id, rows_among, rows_with
from headwater.node.things.events import Event, events_of
from headwater.node.things.joined import Join, Merged
from headwater.node.things.said import Property, Value
from headwater.node.things.shield import NOT_NAMED, Shield, may_categorise, shield_for, shield_key
from headwater.node.things.thing import (
    Retention,
    Standing,
    Thing,
    recorded,
    see_thing,
    standing_of,
)
from headwater.node.things.ties import Tie
from headwater.node.things.wording import in_words, kind_word

__all__ = [
    "NOT_NAMED",
    "Event",
    "Join",
    "Merged",
    "Property",
    "Retention",
    "Shield",
    "Standing",
    "Thing",
    "Tie",
    "Value",
    "by_id",
    "events_of",
    "in_words",
    "kind_word",
    "may_categorise",
    "recorded",
    "rows_among",
    "rows_with",
    "see_thing",
    "shield_for",
    "shield_key",
    "standing_of",
]
