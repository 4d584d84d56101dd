"""From statements to judgements: which entities are one, and what waits for a person."""

from headwater.resolve.clusters import clusters
from headwater.resolve.decisions import category_report, decide_pair, decide_statement, undo
from headwater.resolve.review_queue import QueueEntry, queue
from headwater.resolve.strong import strong_judgements

__all__ = [
    "QueueEntry",
    "category_report",
    "clusters",
    "decide_pair",
    "decide_statement",
    "queue",
    "strong_judgements",
    "undo",
]
