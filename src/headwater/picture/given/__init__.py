"""Plain files as a picture, without a node."""

from headwater.picture.given.reading import from_plain_files, with_plain_files
from headwater.picture.given.stories import FileGroups, groups_document

__all__ = ["FileGroups", "from_plain_files", "groups_document", "with_plain_files"]
