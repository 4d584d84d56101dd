"""Name: a person's name as text, read into tokens with their roles."""

from functools import lru_cache
from typing import NamedTuple


class Token(NamedTuple):
    """One word of a name.

    Attributes:
        text: Normalised, in its own script.
        script: `latn`, `cyrl`, `arab` or `other` (romanised already then).
        role: `name`, `initial`, `title`, `particle`, `patronymic`, `kunya` or `suffix`.
        original: As it was written.
    """

    text: str
    script: str
    role: str
    original: str


class Name(NamedTuple):
    """A name as it was written, and its tokens in the order of writing.

    Attributes:
        text: As written.
        tokens: Words that can be compared; none where there is a problem.
        problem: Why the text is no usable name ("empty", "a placeholder"...); empty if it is one.
    """

    text: str
    tokens: tuple[Token, ...]
    problem: str = ""


@lru_cache(maxsize=200_000)
def read_name(text: str) -> Name:
    """Provisional."""
    words = text.casefold().replace(",", " ").replace("-", " ").split()
    return Name(text, tuple(Token(w, "latn", "name", w) for w in words), "" if words else "empty")
