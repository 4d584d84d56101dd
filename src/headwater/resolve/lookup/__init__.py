"""Look-up: new persons are found, scored and judged against a node, without a batch run."""

from headwater.resolve.lookup.around import judged_around
from headwater.resolve.lookup.arriving import SIZE, resolve_news
from headwater.resolve.lookup.scoring import look_up
from headwater.resolve.lookup.verdict import Scored, Scoring

__all__ = ["SIZE", "Scored", "Scoring", "judged_around", "look_up", "resolve_news"]
