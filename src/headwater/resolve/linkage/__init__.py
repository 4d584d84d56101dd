"""Linkage: records of persons into clusters, under contradictions, with what waits for a person."""

from headwater.resolve.linkage.contradictions import (
    NEAR,
    contradictions,
    facts,
    only_near,
    share_identifier,
)
from headwater.resolve.linkage.link import link
from headwater.resolve.linkage.linked import Join, Linked, Options, ReviewPair, Scoring

__all__ = [
    "NEAR",
    "Join",
    "Linked",
    "Options",
    "ReviewPair",
    "Scoring",
    "contradictions",
    "facts",
    "link",
    "only_near",
    "share_identifier",
]
