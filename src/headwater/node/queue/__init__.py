"""Queue: what waits for a person, gathered beside the pages, shown and decided on there."""

from headwater.node.queue.choosing import Choice, choose
from headwater.node.queue.gathering import EVERY_KIND, KINDS, Asked, Gathered, Queues
from headwater.node.queue.retaining import forget_reviews, retain, retained
from headwater.node.queue.retention import Due, Reviews, reviews_beside, reviews_of, titled
from headwater.node.queue.showing import Quoted, Shown, Side, Weighed, parts, shown
from headwater.node.queue.telling import Noted, hiding, noted, without

__all__ = [
    "EVERY_KIND",
    "KINDS",
    "Asked",
    "Choice",
    "Due",
    "Gathered",
    "Noted",
    "Queues",
    "Quoted",
    "Reviews",
    "Shown",
    "Side",
    "Weighed",
    "choose",
    "forget_reviews",
    "hiding",
    "noted",
    "parts",
    "retain",
    "retained",
    "reviews_beside",
    "reviews_of",
    "shown",
    "titled",
    "without",
]
