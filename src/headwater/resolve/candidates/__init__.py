"""Candidates: pairs of records worth comparing, found by keys that all scripts share."""

from headwater.resolve.candidates.keys import key_hash, record_keys
from headwater.resolve.candidates.pairs import candidate_pairs
from headwater.resolve.candidates.ranking import ranked

__all__ = ["candidate_pairs", "key_hash", "ranked", "record_keys"]
