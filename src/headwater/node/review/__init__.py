"""Review at a node: what waits, what is corrected, decided in bulk, or exported to train on."""

from headwater.node.decisions import Correction, correct
from headwater.node.review.bulk import Chosen, Step, decide_in_bulk, look_ahead
from headwater.node.review.gists import with_gists
from headwater.node.review.training import Training, copies_of, export_training
from headwater.node.waiting import Kind, review_queue, told_of

__all__ = [
    "Chosen",
    "Correction",
    "Kind",
    "Step",
    "Training",
    "copies_of",
    "correct",
    "decide_in_bulk",
    "export_training",
    "look_ahead",
    "review_queue",
    "told_of",
    "with_gists",
]
