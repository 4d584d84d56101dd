"""Names across scripts: read, keyed, and compared in bits with the alignment as explanation.

`read_name` never fails on text; `Name.problem` says why a text is no usable name. Bits are log2 of
how much likelier two names are to be spellings of one name than of two unrelated ones: zero is no
evidence, below zero speaks against.
"""

from headwater.resolve.names.assignment import (
    RELATIVES,
    Assignment,
    Pair,
    Unopposed,
    assign,
    assign_many,
    choose,
    held,
)
from headwater.resolve.names.comparison import (
    STRONG,
    Comparison,
    compare,
    name_bits,
    name_bits_many,
)
from headwater.resolve.names.kind import kind_of
from headwater.resolve.names.name import Name, Token, read_name
from headwater.resolve.names.skeleton import name_keys, token_keys
from headwater.resolve.names.word_bits import doubtful

__all__ = [
    "RELATIVES",
    "STRONG",
    "Assignment",
    "Comparison",
    "Name",
    "Pair",
    "Token",
    "Unopposed",
    "assign",
    "assign_many",
    "choose",
    "compare",
    "doubtful",
    "held",
    "kind_of",
    "name_bits",
    "name_bits_many",
    "name_keys",
    "read_name",
    "token_keys",
]
