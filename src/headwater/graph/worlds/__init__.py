"""Networks whose ties are uncertain: what may be true, and which removal is wise in all of it."""

from headwater.graph.worlds.belief import Belief, Worlds, draw_worlds
from headwater.graph.worlds.choice import (
    Choice,
    choose,
    least_expected,
    least_regret,
    least_tail,
    left_in,
)
from headwater.graph.worlds.expected import Expected, expected_betweenness
from headwater.graph.worlds.unseen import PRIORS, best_prior, prior_scores, with_unseen

__all__ = [
    "PRIORS",
    "Belief",
    "Choice",
    "Expected",
    "Worlds",
    "best_prior",
    "choose",
    "draw_worlds",
    "expected_betweenness",
    "least_expected",
    "least_regret",
    "least_tail",
    "left_in",
    "prior_scores",
    "with_unseen",
]
