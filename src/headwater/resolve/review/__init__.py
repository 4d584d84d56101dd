"""What waits for a person, and in which order."""

from headwater.resolve.review.entry import QueueEntry, Source
from headwater.resolve.review.explaining import explained
from headwater.resolve.review.joins import joined, to_take_back
from headwater.resolve.review.queue import people_to_categorise, persons_named, queue

__all__ = [
    "QueueEntry",
    "Source",
    "explained",
    "joined",
    "people_to_categorise",
    "persons_named",
    "queue",
    "to_take_back",
]
