"""Candidates: pairs of records worth comparing, found by keys that all scripts share."""

from headwater.resolve.candidates.keys import KEYED, key_hash, record_keys
from headwater.resolve.candidates.pairs import candidate_pairs

__all__ = ["KEYED", "candidate_pairs", "key_hash", "record_keys"]
