"""Words that play a role in names: titles, small words, endings, pet forms, placeholders.

The lists stand in the `.tsv` files beside, each with its source in its first lines.
"""

from headwater.resolve.names.words.roles import (
    Part,
    Word,
    honorific,
    key_of,
    kinds,
    parts_of,
    placeholders,
    read_list,
    spelled,
)

__all__ = [
    "Part",
    "Word",
    "honorific",
    "key_of",
    "kinds",
    "parts_of",
    "placeholders",
    "read_list",
    "spelled",
]
