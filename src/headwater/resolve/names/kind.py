"""Kind: whether a word of a name is by its look a given name or a family's."""

from functools import cache, lru_cache

from headwater.resolve.names.name import Token
from headwater.resolve.names.same_script import known_given_name
from headwater.resolve.names.words import key_of, read_list, spelled

_SHORTEST_FAMILY = 5  # letters of a word whose ending tells
_ARTICLE = "ال"


@lru_cache(maxsize=100_000)
def kind_of(token: Token) -> str:
    """`given` if a list has the word, `family` if it has such an ending; empty if nobody knows."""
    key = key_of(token.text, token.script)
    if known_given_name(key):
        return "given"
    long = len(key) >= _SHORTEST_FAMILY
    return "family" if long and (key.startswith(_ARTICLE) or key.endswith(_endings())) else ""


@cache
def _endings() -> tuple[str, ...]:
    return tuple(spelled(row[:1]) for row in read_list("surnames"))
