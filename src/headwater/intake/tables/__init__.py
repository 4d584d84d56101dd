"""Tables: rows to statements, by a mapping that a person chose or a guess from the headers."""

from headwater.intake.tables.cells import Form, Read, cell_reader
from headwater.intake.tables.guess import decided_suspects, guess_mapping, nearest_kind
from headwater.intake.tables.mapping import Mapping, load_mapping, read_mapping
from headwater.intake.tables.rows import TableSource, take_table
from headwater.intake.tables.sheet import Table, as_table, read_csv

__all__ = [
    "Form",
    "Mapping",
    "Read",
    "Table",
    "TableSource",
    "as_table",
    "cell_reader",
    "decided_suspects",
    "guess_mapping",
    "load_mapping",
    "nearest_kind",
    "read_csv",
    "read_mapping",
    "take_table",
]
