"""Words to look for in whatever text repeats them, and to black out."""

from collections.abc import Iterable
from typing import Any

import ahocorasick

BLACK = "█"
_SHORTEST = 3  # characters: shorter words are blacked out where they were stated, not everywhere


class Words:
    """Words to look for, as whole words and letter by letter.

    Args:
        words: The words.
        shortest: Characters that a word must have; shorter ones are left out.
    """

    def __init__(self, words: Iterable[str], *, shortest: int = _SHORTEST) -> None:
        self._search = ahocorasick.Automaton()
        self.all = sorted({w.strip() for w in words if len(w.strip()) >= shortest})
        for word in self.all:
            self._search.add_word(word, len(word))
        self._search.make_automaton()

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where they stand, as (start, end)."""
        if not self.all:
            return []
        found = ((end + 1 - length, end + 1) for end, length in self._search.iter(text))
        return [span for span in found if _stands_alone(text, *span)]

    def found_in(self, text: str) -> set[str]:
        """Those of them that stand in a text."""
        return {text[start:end] for start, end in self.spans(text)}

    def mentioned(self, text: object) -> bool:
        """Whether any of them stands in a text; numbers and nothing hold no words."""
        return isinstance(text, str) and bool(self.spans(text))

    def blackened(self, text: Any) -> Any:  # noqa: ANN401 - whatever a column holds
        """The text, of the same length, with every one of them blacked out; all else as it is."""
        return blacked_out(text, self.spans(text)) if isinstance(text, str) else text


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start] if start else ""
    return not (before.isalnum() or text[end : end + 1].isalnum())


def blacked_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with everything in the spans blacked out, white space excepted."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [c if c.isspace() else BLACK for c in letters[start:end]]
    return "".join(letters)


def is_black(text: str) -> bool:
    """Whether nothing of a text is left."""
    return BLACK in text and not any(character.isalnum() for character in text)
