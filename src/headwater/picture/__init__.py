"""The picture: statements and judgements as one viewer may see them, in columns."""

from headwater.picture.given import from_plain_files
from headwater.picture.picture import Picture
from headwater.picture.tables import TABLES, make_table

__all__ = ["TABLES", "Picture", "from_plain_files", "make_table"]
