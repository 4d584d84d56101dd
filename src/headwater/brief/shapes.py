"""Names by their shape: what looks like somebody's name is hidden unless it may be shown.

Readers miss names. A run of capitalised words, or of Arabic words where a name is told, is taken
for a person unless something that may be named covers it. It hides too much rather than too
little; a name of one word that nobody told us of is not found.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from headwater.brief.title_case import ARABIC_CUES, ARABIC_STOPS, COMMON, PARTICLES, TITLES

_LETTER = r"(?:[^\W\d_][\u0300-\u036f\u064b-\u0652]*)"
_TOKEN = re.compile(rf"{_LETTER}+(?:[-‑]{_LETTER}+|['’](?!s\b){_LETTER}+)*")
_JOINED_PREFIX = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|az|d|o)[-'’](?=\w)")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_BLANK = re.compile(r"[ \t\u00a0]*\n?[ \t\u00a0]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;|\n•\"“„»(\[-])[\s\"“„»(\[-]*$")
_MOST_ARABIC_WORDS = 4
_HEADING_WORDS = 5
_HEADING_SHARE = 0.6
_KEY = 3


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    folded: str

    @property
    def capital(self) -> bool:
        """Whether it begins as a name does."""
        prefix = _JOINED_PREFIX.match(self.text)
        return self.text[prefix.end() if prefix else 0].isupper()


class NameShapes:
    """Finds what looks like a person's name and is not known to be something else.

    Args:
        people: Names of persons that may be shown, exactly as they are written.
        things: Names of places, bodies, groups and other things; endings of grammar may differ.
        vocabulary: Words seen in lower case; one of them at the start of a sentence is no name.
    """

    def __init__(
        self, people: Iterable[str], things: Iterable[str], vocabulary: Iterable[str] = ()
    ) -> None:
        self._open: dict[str, set[tuple[tuple[str, ...], bool]]] = {}
        self._vocabulary = frozenset(vocabulary)
        for names, bends in ((people, False), (things, True)):
            for words in (tuple(t.folded for t in _tokens(name)) for name in names):
                if words:
                    self._open.setdefault(words[0][:_KEY], set()).add((words, bends))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Character spans that look like names and may not be shown, in order."""
        return _Reading(self, text).spans()

    def covered(self, tokens: list[_Token]) -> list[int]:
        """For each word how many words the name has that covers it; 0 where none does."""
        cover = [0] * len(tokens)
        for at, token in enumerate(tokens):
            for words, bends in self._open.get(token.folded[:_KEY], ()):
                size = len(words)
                here = tokens[at : at + size]
                if len(here) == size and all(
                    _same(t.folded, w, bends) for t, w in zip(here, words, strict=True)
                ):
                    cover[at : at + size] = [max(size, c) for c in cover[at : at + size]]
        return cover

    def is_word(self, folded: str) -> bool:
        """Whether it has been seen in lower case."""
        return folded in self._vocabulary


class _Reading:
    """One text being looked through."""

    def __init__(self, shapes: NameShapes, text: str) -> None:
        self._shapes = shapes
        self._text = text
        self._tokens = _tokens(text)
        self._cover = shapes.covered(self._tokens)
        self._lower = {t.folded for t in self._tokens if t.text == t.folded}
        self._hidden: set[int] = set()

    def spans(self) -> list[tuple[int, int]]:
        for run in self._runs():
            for piece in self._pieces(run):
                self._judge(piece)
        self._arabic()
        self._second_mentions()
        return self._joined()

    def _runs(self) -> Iterator[list[int]]:
        """Capitalised words that stand together, with the small words inside names."""
        run: list[int] = []
        for at, token in enumerate(self._tokens):
            if run and not self._near(run[-1], at):
                yield run
                run = []
            if token.capital or (run and token.folded in PARTICLES):
                run.append(at)
            elif run:
                yield run
                run = []
        if run:
            yield run

    def _near(self, before: int, at: int) -> bool:
        first, second = self._tokens[before], self._tokens[at]
        gap = self._text[first.end : second.start]
        if gap.startswith(".") and len(first.text) == 1:
            gap = gap[1:]
        elif gap.startswith(",") and len(first.text) > 1 and first.text.isupper():
            # Family name first: HALOUL, Samir.
            gap = gap[1:] if not second.text.isupper() else gap
        return _BLANK.fullmatch(gap) is not None

    def _pieces(self, run: list[int]) -> Iterator[list[int]]:
        """The run cut at words that are nobody's name."""
        heading = self._is_heading(run[0])
        piece: list[int] = []
        for at in run:
            folded = self._tokens[at].folded
            known = folded in COMMON or (heading and self._word(folded))
            if known and not self._cover[at]:
                yield piece
                piece = []
            else:
                piece.append(at)
        yield piece

    def _word(self, folded: str) -> bool:
        return folded in self._lower or self._shapes.is_word(folded)

    def _judge(self, piece: list[int]) -> None:
        while piece and self._tokens[piece[-1]].folded in PARTICLES:
            piece = piece[:-1]
        piece = self._without_first_word(piece)
        open_ones = [at for at in piece if self._cover[at]]
        bare = [at for at in piece if not self._cover[at]]
        if not bare or all(self._tokens[at].folded in self._lower for at in bare):
            return
        if len(piece) == 1 and not self._titled(piece[0]):
            return
        self._hidden.update(bare)
        # `Milan` is a city, but `Milan Izmišljen` is not.
        if len(bare) == 1 and not self._starts_sentence(bare[0]):
            self._hidden.update(at for at in open_ones if self._cover[at] == 1)

    def _without_first_word(self, piece: list[int]) -> list[int]:
        """The piece without an ordinary word that has its capital from the sentence's start."""
        if not piece or self._cover[piece[0]] or not self._starts_sentence(piece[0]):
            return piece
        rest = piece[1:]
        safe = len(rest) != 1 or bool(self._cover[rest[0]])
        return rest if safe and self._word(self._tokens[piece[0]].folded) else piece

    def _starts_sentence(self, at: int) -> bool:
        start = self._tokens[at].start
        return _SENTENCE_START.search(self._text[max(0, start - 6) : start]) is not None

    def _titled(self, at: int) -> bool:
        if not at or self._tokens[at - 1].folded not in TITLES:
            return False
        gap = self._text[self._tokens[at - 1].end : self._tokens[at].start]
        return re.fullmatch(r"\.?\s+", gap) is not None

    def _is_heading(self, at: int) -> bool:
        """Whether most words of its line are capitalised, and the line is no sentence."""
        start = self._text.rfind("\n", 0, self._tokens[at].start) + 1
        end = self._text.find("\n", start)
        line = self._text[start : end if end >= 0 else len(self._text)].strip()
        words = _tokens(line[:400])
        capitals = sum(t.capital for t in words)
        long_enough = len(words) >= _HEADING_WORDS and not line.endswith((".", "!", "?"))
        return long_enough and capitals >= _HEADING_SHARE * len(words)

    def _arabic(self) -> None:
        letters = sum(len(t.text) for t in self._tokens)
        arabic = sum(len(t.text) for t in self._tokens if _ARABIC.match(t.text))
        foreign = arabic * 2 < letters
        for run in self._arabic_runs():
            if foreign and (len(run) > 1 or self._in_brackets_behind_hidden(run[0])):
                self._hide_bare(run)
            elif not foreign:
                self._behind_cues(run)

    def _arabic_runs(self) -> Iterator[list[int]]:
        run: list[int] = []
        for at, token in enumerate(self._tokens):
            if run and not self._near(run[-1], at):
                yield run
                run = []
            if _ARABIC.match(token.text):
                run.append(at)
        if run:
            yield run

    def _in_brackets_behind_hidden(self, at: int) -> bool:
        gap = self._text[self._tokens[at - 1].end : self._tokens[at].start] if at else ""
        return at - 1 in self._hidden and gap.strip() in ("(", "[")

    def _behind_cues(self, run: list[int]) -> None:
        for n, at in enumerate(run):
            if self._tokens[at].folded in ARABIC_CUES:
                name = []
                for following in run[n + 1 : n + 1 + _MOST_ARABIC_WORDS]:
                    if self._tokens[following].folded in ARABIC_STOPS:
                        break
                    name.append(following)
                self._hide_bare(name)

    def _hide_bare(self, run: list[int]) -> None:
        self._hidden.update(at for at in run if not self._cover[at])

    def _second_mentions(self) -> None:
        """A word of a name that was hidden is hidden wherever it stands alone."""
        words = {self._tokens[at].folded for at in self._hidden if not self._cover[at]}
        words = {w for w in words if len(w) >= _KEY} - self._lower - COMMON - PARTICLES
        for at, token in enumerate(self._tokens):
            if token.folded in words and token.capital and not self._cover[at]:
                self._hidden.add(at)

    def _joined(self) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        last = -2
        for at in sorted(self._hidden):
            start, end = self._tokens[at].start, self._tokens[at].end
            if at == last + 1 and self._near(last, at):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
            last = at
        return spans


def _tokens(text: str) -> list[_Token]:
    return [_Token(m.start(), m.end(), m[0], m[0].casefold()) for m in _TOKEN.finditer(text)]


def _same(said: str, known: str, bends: bool) -> bool:
    """Whether two words are one, as far as the endings of grammar go."""
    if said == known:
        return True
    if not bends or len(known) < _KEY:
        return False
    alike = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(said, known, strict=False))
    )
    return alike >= max(_KEY, len(known) - 2) and len(said) - alike <= _KEY


def lower_case_words(text: str) -> set[str]:
    """The words of a text that stand in lower case."""
    return {t.text for t in _tokens(text) if t.text == t.folded}


def is_name_shaped(text: str) -> bool:
    """Whether every word is capitalised or a small one; so it can be a name, and not a sentence."""
    words = _tokens(text)
    return bool(words) and all(t.capital or t.folded in COMMON | PARTICLES for t in words)
