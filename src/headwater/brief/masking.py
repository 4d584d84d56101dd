"""Masking: withheld names, phones and documents are blacked out of every quoted sentence."""

import re
from collections.abc import Iterable

from headwater.brief.shapes import NameShapes
from headwater.brief.title_case import COMMON

WITHHELD = "[withheld]"

_WORD = re.compile(r"\w+")
_SHORTEST_LONE_WORD = 3
_SHORTEST_STEM = 4
_LONGEST_ENDING = 4


class Mask:
    """Blacks out given names and numbers, however they are spaced, cased or inflected.

    A whole name is always blacked out. A single word of it (a surname on second mention, with
    whatever ending its grammar gives it) is too, unless it is a word of something that may be
    named, as a place or an office holder. It hides too much rather than too little.
    Cost grows with the length of the text, not with the number of names.

    Args:
        withheld: Names, phones and documents that must not be read.
        open_names: Names that may be shown.
        shapes: Finds what looks like a name that nobody told of; None looks for none.
    """

    def __init__(
        self,
        withheld: Iterable[str],
        open_names: Iterable[str] = (),
        shapes: NameShapes | None = None,
    ) -> None:
        self._shapes = shapes
        self._runs: dict[str, set[tuple[str, ...]]] = {}
        self._stems: set[str] = set()
        self._free = {word for name in open_names for word in _words(name)}
        for name in withheld:
            words = _words(name)
            if words:
                self._runs.setdefault(words[0], set()).add(words)
            for word in words:
                if len(word) >= _SHORTEST_LONE_WORD and word not in self._free:
                    self._runs.setdefault(word, set()).add((word,))
                    self._stems.add(word[:-1] if len(word) > _SHORTEST_STEM else word)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Character spans of the text that must not be read, in order, never overlapping."""
        shaped = self._shapes.spans(text) if self._shapes else []
        return apart([*self._known(text), *shaped])

    def hide_known(self, text: str) -> str:
        """The text without the names that are known to be withheld; for names of agencies."""
        return blacked_out(text, self._known(text))

    def _known(self, text: str) -> list[tuple[int, int]]:
        if not self._runs:
            return []
        found = [(m.start(), m.end(), m[0].casefold()) for m in _WORD.finditer(text)]
        words = [word for _, _, word in found]
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(words):
            length = self._run_at(words, at)
            if length:
                spans.append((found[at][0], found[at + length - 1][1]))
            at += max(length, 1)
        return spans

    def _run_at(self, words: list[str], at: int) -> int:
        """How many words from here on are one withheld name; 0 where none is."""
        runs = self._runs.get(words[at], ())
        fits = [len(run) for run in runs if tuple(words[at : at + len(run)]) == run]
        if fits:
            return max(fits)
        return int(self._inflected(words[at]))

    def _inflected(self, word: str) -> bool:
        if word in self._free or word in COMMON or word.isdecimal():
            return False
        shortest = max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)
        return any(word[:end] in self._stems for end in range(shortest, len(word) + 1))

    def hide(self, text: str) -> str:
        """The text with every withheld piece replaced."""
        return blacked_out(text, self.spans(text))


def apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same spans in order, those that overlap made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def blacked_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with those spans replaced."""
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        between = text[last:start]
        # Two hidden pieces beside each other are one: how many they were tells something too.
        again = bool(pieces) and not between.strip()
        pieces += [] if again else [between, WITHHELD]
        last = end
    return "".join([*pieces, text[last:]])


def _words(name: str) -> tuple[str, ...]:
    return tuple(m[0].casefold() for m in _WORD.finditer(name))
