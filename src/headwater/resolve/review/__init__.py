"""What waits for a person and in which order, what was decided, and how it is taken back."""

from headwater.resolve.review.correcting import (
    BY_A_PERSON,
    added_mention,
    added_with,
    corrected,
    not_standing,
    standing,
)
from headwater.resolve.review.decided import decided, statements_told
from headwater.resolve.review.entry import QueueEntry, Source
from headwater.resolve.review.explaining import explained
from headwater.resolve.review.joins import joined, to_take_back
from headwater.resolve.review.queue import (
    Asked,
    Page,
    Waiting,
    among_ids,
    ids_of,
    people_to_categorise,
    persons_named,
    queue,
    to_decide_alone,
    visible,
)
from headwater.resolve.review.taking_back import Decided, no_decision

__all__ = [
    "BY_A_PERSON",
    "Asked",
    "Decided",
    "Page",
    "QueueEntry",
    "Source",
    "Waiting",
    "added_mention",
    "added_with",
    "among_ids",
    "corrected",
    "decided",
    "explained",
    "ids_of",
    "joined",
    "no_decision",
    "not_standing",
    "people_to_categorise",
    "persons_named",
    "queue",
    "standing",
    "statements_told",
    "to_decide_alone",
    "to_take_back",
    "visible",
]
