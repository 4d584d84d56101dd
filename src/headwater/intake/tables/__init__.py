"""Tables: rows to statements, by a mapping that a person chose or a guess from the headers."""

from headwater.intake.tables.guess import decided_suspects, guess_mapping
from headwater.intake.tables.mapping import Mapping, load_mapping
from headwater.intake.tables.rows import TableSource, take_table
from headwater.intake.tables.sheet import Table, read_csv

__all__ = [
    "Mapping",
    "Table",
    "TableSource",
    "decided_suspects",
    "guess_mapping",
    "load_mapping",
    "read_csv",
    "take_table",
]
