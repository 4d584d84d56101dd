"""From statements to judgements: which entities are one, and what waits for a person."""

from headwater.resolve.clusters import clusters, standing_judgements
from headwater.resolve.decisions import category_report, decide_pair, decide_statement, undo
from headwater.resolve.review import (
    QueueEntry,
    Source,
    joined,
    people_to_categorise,
    persons_named,
    queue,
)
from headwater.resolve.strong import strong_judgements

__all__ = [
    "QueueEntry",
    "Source",
    "category_report",
    "clusters",
    "decide_pair",
    "decide_statement",
    "joined",
    "people_to_categorise",
    "persons_named",
    "queue",
    "standing_judgements",
    "strong_judgements",
    "undo",
]
