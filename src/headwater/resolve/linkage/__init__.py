"""Linkage: records of persons into clusters, under contradictions, with what waits for a person."""

from headwater.resolve.linkage.contradictions import contradictions, facts
from headwater.resolve.linkage.link import link
from headwater.resolve.linkage.linked import Join, Linked, Options, ReviewPair, Scoring

__all__ = ["Join", "Linked", "Options", "ReviewPair", "Scoring", "contradictions", "facts", "link"]
