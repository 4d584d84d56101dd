"""Gist: what a text roughly says, in English, by a translator installed on the machine.

Apertium (Forcada and others 2011, "Apertium: a free/open-source platform for rule-based machine
translation") translates word by word and by rules: good enough to see what a report is about, never
to act on. Names, numbers and phones are masked before and put back after, so that none is
translated. Nothing is fetched and nothing is kept.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from headwater.intake.reading.names import to_latin
from headwater.intake.reading.passage import Span, sentences
from headwater.intake.reading.reader import propose
from headwater.intake.reading.tagging import tag

_PAIRS = {
    **dict.fromkeys(("sr", "hr", "bs", "cnr"), ("hbs-eng",)),
    "mk": ("mkd-eng", "mkd-bul"),
}
"""Which pairs read a language, the better first."""

_SECONDS = 60.0
_LONGEST = 50_000
# Numbers and phones, and what looks like a mask already.
_NUMBER = re.compile(r"(?<!\w)[+(]?\d(?:[\d .,:/()-]*\d)?\)?%?(?!\w)|\bXQ\d+X\b", re.IGNORECASE)
_MASK = re.compile(r"\bXQ(\d+)X\b", re.IGNORECASE)
_NAMING = frozenset(("name", "alias", "phone", "number", "registrationNumber"))


class Gist(NamedTuple):
    """One sentence by machine; it stands beside the original, never for it.

    Attributes:
        start: First character of the sentence.
        end: One past its last.
        text: What the machine makes of it; names and numbers are the words of the original.
        pair: The Apertium pair, as `hbs-eng`.
    """

    start: int
    end: int
    text: str
    pair: str


class Gists(NamedTuple):
    """The gist of a text.

    Attributes:
        sentences: Those that were translated, in order.
        note: In one line what was not, and why; empty where nothing is missing.
    """

    sentences: tuple[Gist, ...]
    note: str


def gists(text: str, *, program: str = "apertium", seconds: float = _SECONDS) -> Gists:
    """The gist of the sentences for which a pair is installed; English needs none.

    Args:
        text: The text of one item of a report.
        program: The Apertium to run; without it, the note says so.
        seconds: What one run may take.
    """
    read = text[:_LONGEST]
    reading = propose(read)
    wanted: dict[str, list[Span]] = {}
    spans = list(sentences(read))
    for part in reading.stretches:
        own = [span for span in spans if part.start <= span[0] < part.end]
        if own and part.language != "en":
            wanted.setdefault(part.language, []).extend(own)
    if not wanted:
        return Gists((), "")
    found = shutil.which(program)
    if found is None:
        return Gists((), "no gist: Apertium is not installed on this machine")
    masked = _masked_spans(read, [(c.start, c.end, c.property) for c in reading.claims], wanted)
    return _translated(read, wanted, masked, _Apertium(found, seconds))


def _translated(
    text: str, wanted: Mapping[str, list[Span]], masked: Sequence[Span], apertium: "_Apertium"
) -> Gists:
    done: list[Gist] = []
    notes: list[str] = []
    installed = apertium.pairs()
    for language, spans in wanted.items():
        pair = next((one for one in _PAIRS.get(language, ()) if one in installed), "")
        if not pair:
            notes.append(f"no pair for {language or 'a language that is not known'} is installed")
            continue
        masks = [_Masked(text, span, masked, pair) for span in spans]
        lines = apertium.run(pair, [one.text for one in masks])
        if lines is None:
            notes.append(f"{pair} gave no answer")
            continue
        done += [
            Gist(*span, one.put_back(line), pair)
            for span, one, line in zip(spans, masks, lines, strict=True)
        ]
    note = f"no gist of some sentences: {'; '.join(notes)}" if notes else ""
    return Gists(tuple(sorted(done)), note)


class _Apertium:
    """The program, run with the words on its input and a limit of time."""

    def __init__(self, program: str, seconds: float) -> None:
        self._program, self._seconds = program, seconds

    def pairs(self) -> frozenset[str]:
        """The pairs that are installed."""
        return frozenset((self._call(["-l"], "") or "").split())

    def run(self, pair: str, lines: Sequence[str]) -> list[str] | None:
        """Lines translated one by one, or None where there is no answer."""
        answer = self._call(["-u", "-n", pair], "\n".join(lines) + "\n")
        given = answer.rstrip("\n").split("\n") if answer else []
        return [line.strip() for line in given] if len(given) == len(lines) else None

    def _call(self, options: list[str], words: str) -> str | None:
        try:
            done = subprocess.run(  # noqa: S603 - the words go to its input, never to a shell
                [self._program, *options],
                input=words,
                capture_output=True,
                encoding="utf-8",
                timeout=self._seconds,
                check=True,
            )
        except (OSError, subprocess.SubprocessError, UnicodeError):
            return None
        return done.stdout


class _Masked:
    """A sentence on one line, its names and numbers masked."""

    def __init__(self, text: str, span: Span, masked: Sequence[Span], pair: str) -> None:
        self._words: list[str] = []
        parts: list[str] = []
        at = span[0]
        for start, end in masked:
            if at <= start and end <= span[1]:
                parts += [text[at:start], f"XQ{len(self._words)}X"]
                self._words.append(text[start:end])
                at = end
        parts.append(text[at : span[1]])
        whole = " ".join("".join(parts).split())
        self.text = to_latin(whole) if pair == "hbs-eng" else whole  # it reads Latin only

    def put_back(self, line: str) -> str:
        """The line with the words of the original; what the machine lost is named at its end."""
        seen = set[int]()

        def word(match: re.Match[str]) -> str:
            number = int(match[1])
            if number >= len(self._words):
                return match[0]
            seen.add(number)
            return self._words[number]

        whole = _MASK.sub(word, line)
        lost = [each for number, each in enumerate(self._words) if number not in seen]
        return f"{whole} [also: {', '.join(lost)}]" if lost else whole


def _masked_spans(
    text: str, claims: Sequence[tuple[int, int, str]], wanted: Mapping[str, list[Span]]
) -> list[Span]:
    """Names and numbers, in order; none overlaps another."""
    found = {(start, end) for start, end, prop in claims if prop in _NAMING}
    for language, spans in wanted.items():
        found |= {(one.start, one.end) for one in tag(text, language, spans)}
    found |= {match.span() for match in _NUMBER.finditer(text)}
    return list(_apart(sorted(found, key=lambda span: (span[0], -span[1]))))


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    last = 0
    for start, end in spans:
        if start >= last:
            yield start, end
            last = end
