"""Masking: withheld names, phones and documents are blacked out of every quoted sentence."""

import re
from collections.abc import Iterable

WITHHELD = "[withheld]"

_WORD = re.compile(r"\w+")
_SHORTEST_LONE_WORD = 3


class Mask:
    """Blacks out given names and numbers, however they are spaced or cased.

    A whole name is always blacked out. A single word of it (a surname on second mention) is too,
    unless it is a word of something that may be named, as a place or an office holder.
    Cost grows with the length of the text, not with the number of names.

    Args:
        withheld: Names, phones and documents that must not be read.
        open_names: Names that may be shown.
    """

    def __init__(self, withheld: Iterable[str], open_names: Iterable[str] = ()) -> None:
        self._runs: dict[str, set[tuple[str, ...]]] = {}
        free = {word for name in open_names for word in _words(name)}
        for name in withheld:
            words = _words(name)
            if not words:
                continue
            self._remember(words)
            for word in words:
                if len(word) >= _SHORTEST_LONE_WORD and word not in free:
                    self._remember((word,))

    def _remember(self, words: tuple[str, ...]) -> None:
        self._runs.setdefault(words[0], set()).add(words)

    def __bool__(self) -> bool:
        return bool(self._runs)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Character spans of the text that must not be read, in order, never overlapping."""
        found = [(m.start(), m.end(), m[0].casefold()) for m in _WORD.finditer(text)]
        words = [word for _, _, word in found]
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(words):
            runs = self._runs.get(words[at], ())
            fits = [len(r) for r in runs if tuple(words[at : at + len(r)]) == r]
            if fits:
                spans.append((found[at][0], found[at + max(fits) - 1][1]))
            at += max(fits, default=1)
        return spans

    def hide(self, text: str) -> str:
        """The text with every withheld piece replaced."""
        return blacked_out(text, self.spans(text)) if self._runs else text


def blacked_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with those spans replaced."""
    pieces, last = [], 0
    for start, end in spans:
        pieces += [text[last:start], WITHHELD]
        last = end
    return "".join([*pieces, text[last:]])


def _words(name: str) -> tuple[str, ...]:
    return tuple(m[0].casefold() for m in _WORD.finditer(name))
