"""Bounds: where names begin and end in Bulgarian and Macedonian, whose names go on in capitals.

The sketches are learned from languages with cases, so what follows a name there is taken for a part
of it here: verbs, prepositions, the name of somebody beside it.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from headwater.intake.reading.names import word_set
from headwater.intake.reading.tagging.letters import folded, latin
from headwater.intake.reading.tagging.schemes import Span

_LANGUAGES = ("bg", "mk")
_LONGEST_PERSON = 4

Says = Callable[[str], str]
"""Says of a word what it is: its role, or the kind of name that it is for certain."""


class Bounds:
    """Where names begin and end in one language.

    Args:
        language: `bg` or `mk`; spans of others are left as they are.
        role: Gives the role of a word.
        certain: Gives the kind of a word that is a name whatever stands beside it, or empty.
    """

    def __init__(self, language: str, role: Says, certain: Says) -> None:
        self._used = language in _LANGUAGES
        self._role, self._certain = role, certain

    def pieces(self, words: Sequence[str], span: Span) -> Iterator[Span]:
        """The names that a span holds, most often one."""
        start, end, kind = span
        whole = end - start == 1 or any(self._role(each) == "body" for each in words[start:end])
        if not self._used or whole:
            yield span
            return
        sure = kind == "ORG" and self._certain(words[start])
        for first, last in _runs(words, start, end) if sure else [(start, end)]:
            yield from self._apart(words, first, last, kind)

    def _apart(self, words: Sequence[str], start: int, end: int, kind: str) -> Iterator[Span]:
        """A name that is one for certain apart from the person behind it: "ЕС Мишел Барние"."""
        certain = self._certain(words[start])
        if end - start == 1:
            yield start, end, certain or kind
            return
        person = next((at for at in range(start, end - 1) if given_abroad(words[at])), 0)
        if certain and kind == "ORG" and not person and end - start <= _LONGEST_PERSON:
            person = start + 1
        full = person and all(_spelt_as_a_name(each) for each in words[person:end])
        if kind == "PER" or not full or person == start or end - person > _LONGEST_PERSON:
            yield start, end, kind
            return
        single = person - start == 1
        yield start, person, (certain or kind) if single else kind
        yield person, end, "PER"

    def full_names(self, words: Sequence[str], taken: set[int]) -> Iterator[tuple[int, int]]:
        """A given name of the West with what follows it in capitals, where no span is yet."""
        free = 0
        for at in range(len(words) - 1) if self._used else ():
            if at < free or at in taken or not given_abroad(words[at]):
                continue
            end = at + 1
            while end < len(words) and end not in taken and words[end].istitle():
                end += 1
            if 1 < end - at <= _LONGEST_PERSON:
                yield at, end
                free = end


def given_abroad(written: str) -> bool:
    """Whether it is a given name of the West as Bulgarians or Macedonians spell it."""
    return written.istitle() and folded(latin(written)) in _given_abroad()


@cache
def _given_abroad() -> frozenset[str]:
    return frozenset(folded(latin(each)) for each in word_set("given_abroad"))


def _spelt_as_a_name(word: str) -> bool:
    return word.istitle() and word.replace("-", "").isalpha()


def _runs(words: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of words that do not begin with a small letter."""
    first = start
    for at in range(start, end):
        if words[at][:1].islower():
            if at > first:
                yield first, at
            first = at + 1
    if first < end:
        yield first, end
