"""Colours and letters: told apart by the colour-blind, and on a grey printer by their lightness.

Source: Okabe and Ito, Color Universal Design (2008).
"""

from importlib.resources import files
from pathlib import Path

INK = "#1a1a1a"
QUIET = "#6b6b6b"
FAINT = "#d9d9d9"
PAPER = "#ffffff"
BLUE = "#0072b2"
VERMILION = "#d55e00"
GREEN = "#009e73"
AMBER = "#e69f00"

FAMILY = "Noto Sans, Noto Sans Arabic, Segoe UI, Arial, sans-serif"
"""Family list of every drawing: ours first, then what an officer's machine has."""

DASHES = "5 4"
"""Dash pattern of whatever is proposed, planned or projected."""


def font_folder() -> Path:
    """Folder of the fonts in this package: Noto Sans and Noto Sans Arabic (OFL 1.1)."""
    return Path(str(files("headwater.draw").joinpath("fonts")))


def width_of(text: str, size: float) -> float:
    """Estimated width of a text in pixels, for a proportional font of that size.

    An upper estimate good enough to keep labels apart; no font is opened for it.
    """
    return size * sum(_share(letter) for letter in text)


def _share(letter: str) -> float:
    if letter in "iljtfrI.,:;'|! ()[]":
        return 0.34
    if letter in "mwMWШЩЖЮшщжюмфЊЉЏњљ@%":
        return 0.9
    return 0.7 if letter.isupper() else 0.6
