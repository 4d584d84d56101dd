"""A benchmark of people recorded in several scripts, with known truth, independent of the matcher.

Names are put together at random from our own lists of name parts; their spellings follow published
transliteration standards and the habits of offices (docs/explanation/name-benchmark.md).
"""

from headwater.exercise.identities.files import write_identities
from headwater.exercise.identities.pairs import NamePair
from headwater.exercise.identities.recording import Record
from headwater.exercise.identities.ties import Contact, Movement
from headwater.exercise.identities.world import Truth, World, identities

__all__ = [
    "Contact",
    "Movement",
    "NamePair",
    "Record",
    "Truth",
    "World",
    "identities",
    "write_identities",
]
