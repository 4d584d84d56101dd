"""Names: parts by culture, their sounds, spellings by standard and habit, and whole names."""

from headwater.exercise.identities.names.naming import FamilyName, FullName, draw_family, draw_name
from headwater.exercise.identities.names.offices import Clerk, clerk_for
from headwater.exercise.identities.names.parts import CULTURES, FIRST_TEST_SEED, Part
from headwater.exercise.identities.names.wording import Wording, word_name

__all__ = [
    "CULTURES",
    "FIRST_TEST_SEED",
    "Clerk",
    "FamilyName",
    "FullName",
    "Part",
    "Wording",
    "clerk_for",
    "draw_family",
    "draw_name",
    "word_name",
]
