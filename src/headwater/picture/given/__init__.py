"""Plain files as a picture, without a node."""

from headwater.picture.given.reading import from_plain_files

__all__ = ["from_plain_files"]
