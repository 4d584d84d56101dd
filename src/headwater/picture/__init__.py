"""The picture: statements and judgements as one viewer may see them, in columns."""

from headwater.picture.awaiting import Question
from headwater.picture.build import Part, Source, build, build_part, questions
from headwater.picture.export import write_parquet
from headwater.picture.given import (
    FileGroups,
    from_plain_files,
    groups_document,
    with_plain_files,
)
from headwater.picture.independence import Group, Link, Stories, fuse, independence, lineage
from headwater.picture.lookup import sentence, things
from headwater.picture.picture import Picture
from headwater.picture.tables import TABLES, UNNAMED, make_table

__all__ = [
    "TABLES",
    "UNNAMED",
    "FileGroups",
    "Group",
    "Link",
    "Part",
    "Picture",
    "Question",
    "Source",
    "Stories",
    "build",
    "build_part",
    "from_plain_files",
    "fuse",
    "groups_document",
    "independence",
    "lineage",
    "make_table",
    "questions",
    "sentence",
    "things",
    "with_plain_files",
    "write_parquet",
]
