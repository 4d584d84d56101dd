"""Look-up: new persons are found, scored and judged against a node, without a batch run."""

from headwater.resolve.lookup.arriving import resolve_news
from headwater.resolve.lookup.verdict import Scoring

__all__ = ["Scoring", "resolve_news"]
