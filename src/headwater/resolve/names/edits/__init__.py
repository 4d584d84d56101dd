"""Words of two scripts compared by learned edit tables: in bits, and piece by piece."""

from headwater.resolve.names.edits.alignment import Unit, align
from headwater.resolve.names.edits.bits import sounded_bits, token_bits, token_bits_ready
from headwater.resolve.names.edits.edit_table import END, START, EditTable, bounded, table_text

__all__ = [
    "END",
    "START",
    "EditTable",
    "Unit",
    "align",
    "bounded",
    "sounded_bits",
    "table_text",
    "token_bits",
    "token_bits_ready",
]
