"""Learning the edit tables: `python -m headwater.resolve.names.train`.

The lists of word pairs and their folds are offered too, so that a bench can test on what no table
was learned from.
"""

from headwater.resolve.names.train.folds import DEVELOPMENT, TEST, TRAIN, folds
from headwater.resolve.names.train.listed import arabic_latin, cyrillic_latin

__all__ = ["DEVELOPMENT", "TEST", "TRAIN", "arabic_latin", "cyrillic_latin", "folds"]
