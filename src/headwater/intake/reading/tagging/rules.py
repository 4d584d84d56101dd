"""Rules: what is known of names in general, over the spans that the sketches gave.

Sketches are learned from other languages; rules mend what a language does otherwise (an English
name ends before a word in small letters), add names that stand in every list, and let a document
agree with itself: who is a person by full name is one by surname.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from headwater.intake.reading.names import also_a_name, lookup, well_known
from headwater.intake.reading.tagging.bounds import Bounds, given_abroad
from headwater.intake.reading.tagging.known import Lists, Sign, roles
from headwater.intake.reading.tagging.letters import folded, latin
from headwater.intake.reading.tagging.schemes import Span

_SMALL = {
    "en": "of for the and & de la al el van von bin ibn du del di da",
    "sq": "i e të së dhe për de la al el von van bin",
}
_WITHIN = {language: frozenset(words.split()) for language, words in _SMALL.items()}
"""Words in small letters that may stand within a name, where names go on in capitals only."""

_AND = frozenset(("и", "and", "dhe", ",", "/", "&", "·", "|"))
_OPEN, _CLOSE = frozenset('"„“«'), frozenset('"“”»')
_QUOTED = 6
_OF = {"bg": "на", "mk": "за"}  # the ministry *of* health
_LONGEST_PERSON = 4
_ACRONYM = range(2, 7)


class Rules:
    """The rules for one language.

    Args:
        language: `mk`, `bg`, `sq` or `en`.
        lists: Names and frequencies.
    """

    def __init__(self, language: str, lists: Lists) -> None:
        self._language, self._lists = language, lists
        self._roles = roles(language)
        self._within = _WITHIN.get(language)
        self._bounds = Bounds(language, self._role, lambda word: self._certain(word, first=False))

    def mended(
        self, sentences: Sequence[Sequence[str]], found: Sequence[Sequence[Span]]
    ) -> list[list[Span]]:
        """The spans of a document, better ones.

        Args:
            sentences: Words of each sentence.
            found: The spans that the sketches gave in each.
        """
        kept = [
            self._with_certain(words, self._longer(words, list(self._cleaned(words, spans))))
            for words, spans in zip(sentences, found, strict=True)
        ]
        persons = _surnames(sentences, kept)
        usual = self._usual_kinds(sentences, kept)
        return [
            self._agreeing(words, spans, persons, usual)
            for words, spans in zip(sentences, kept, strict=True)
        ]

    def _cleaned(self, words: Sequence[str], spans: Sequence[Span]) -> Iterator[Span]:
        pieces = chain.from_iterable(self._bounds.pieces(words, span) for span in spans)
        for start, end, given in pieces:
            kind = self._kind(words[start:end], given)
            for first, last in _parts(words, start, end) if kind != "ORG" else [(start, end)]:
                yield from self._trimmed(words, first, last, kind)

    def _kind(self, name: Sequence[str], given: str) -> str:
        """What a name of several words is, where its words say so: a kingdom, a given name."""
        kinds = [self._role(each) for each in name]
        if len(name) == 1 or "body" in kinds:
            return given
        if kinds[-1] == "site" and given == "ORG":
            return "LOC"
        first = self._lists.signs_of(folded(latin(name[0])))
        personal = first & Sign.GIVEN and not first & (Sign.COUNTRY | Sign.METROPOLIS)
        personal = personal or (self._language in _OF and given_abroad(name[0]))
        alike = all(_large(each) and each.isalpha() for each in name) and "site" not in kinds
        return "PER" if personal and alike and len(name) <= _LONGEST_PERSON else given

    def _trimmed(self, words: Sequence[str], start: int, end: int, kind: str) -> Iterator[Span]:
        if self._within is not None:
            stop = next((at for at in range(start, end) if not self._goes_on(words[at])), end)
            end = stop
            while end > start and not _large(words[end - 1]):
                end -= 1
        while start < end and (not _large(words[start]) and self._within is not None):
            start += 1
        while kind != "ORG" and start < end and self._role(words[start]) in ("never", "title"):
            start += 1
        named = any(_large(each) and self._role(each) != "never" for each in words[start:end])
        if start < end and named:
            yield start, end, kind

    def _goes_on(self, word: str) -> bool:
        return _large(word) or word in (self._within or ()) or not word[:1].isalpha()

    def _role(self, word: str) -> str:
        return self._roles.of(folded(latin(word)))

    def _longer(self, words: Sequence[str], spans: list[Span]) -> list[Span]:
        """Organisations with what belongs to them: the X of Y, the X "Y"."""
        kept: list[Span] = []
        for start, end, kind in spans:
            if kept and start < kept[-1][1]:
                continue
            if kind == "ORG" and any(self._role(each) == "body" for each in words[start:end]):
                end = self._end(words, end)
            kept.append((start, end, kind))
        return kept

    def _end(self, words: Sequence[str], end: int) -> int:
        if end < len(words) and words[end] in _OPEN:
            close = next((at for at in range(end + 1, len(words)) if words[at] in _CLOSE), 0)
            return close + 1 if 0 < close - end <= _QUOTED else end
        of = _OF.get(self._language)
        if of is None or end + 1 >= len(words) or words[end] != of or not words[end + 1].isalpha():
            return end
        last = end + 2
        while last < len(words) and _large(words[last]) and _large(words[last - 1]):
            last += 1
        return last

    def _with_certain(self, words: Sequence[str], spans: list[Span]) -> list[Span]:
        """With the single words that are names whatever stands beside them."""
        taken = {at for start, end, _ in spans for at in range(start, end)}
        for start, end in list(self._bounds.full_names(words, taken)):
            spans.append((start, end, "PER"))
            taken.update(range(start, end))
        for at, word in enumerate(words):
            if at in taken or not _alone(words, at):
                continue
            if self._heads(words, at) and at + 1 not in taken:
                spans.append((at, at + 2, "ORG"))
            elif kind := self._certain(word, at == 0):
                spans.append((at, at + 1, kind))
        return sorted(spans)

    def _heads(self, words: Sequence[str], at: int) -> bool:
        """Whether a capitalised adjective and an office in small letters follow one another."""
        if self._language not in _OF or at + 1 >= len(words) or not _large(words[at]):
            return False
        adjective = at > 0 or self._role(words[at]) in ("never", "of_body")
        return adjective and self._role(words[at + 1]) == "body" and not _large(words[at + 1])

    def _certain(self, word: str, first: bool) -> str:
        plain = folded(latin(word))
        if not _large(word) or self._roles.of(plain) == "never":
            return ""
        if self._roles.of(plain) == "org":
            return "ORG"
        if self._is_place(plain) or _of_the_region(word):
            return "LOC"
        acronym = word.isupper() and word.isalpha() and len(word) in _ACRONYM
        if acronym and not first and self._lists.rank(plain, self._language) != "f3":
            return "ORG"
        return ""

    def _is_place(self, plain: str) -> bool:
        if self._roles.of(plain) == "country":
            return True
        signs = self._lists.signs_of(plain)
        large = signs & (Sign.COUNTRY | Sign.METROPOLIS) and not signs & Sign.GIVEN
        return bool(large) and self._lists.rank(plain, self._language) != "f3"

    def _usual_kinds(
        self, sentences: Sequence[Sequence[str]], found: Sequence[Sequence[Span]]
    ) -> dict[str, str]:
        """Kind of the names of one word: as the lists say, else as most of their mentions."""
        counts: dict[str, Counter[str]] = {}
        for words, spans in zip(sentences, found, strict=True):
            for start, end, kind in spans:
                if end - start == 1:
                    counts.setdefault(words[start], Counter())[kind] += 1
        return {
            word: self._certain(word, first=True) or _most(kinds) for word, kinds in counts.items()
        }

    def _agreeing(
        self,
        words: Sequence[str],
        spans: Sequence[Span],
        persons: frozenset[str],
        usual: dict[str, str],
    ) -> list[Span]:
        agreed: list[Span] = []
        for start, end, kind in spans:
            if end - start == 1:
                kind = "PER" if words[start] in persons else usual[words[start]]
            agreed.append((start, end, kind))
        taken = {at for start, end, _ in agreed for at in range(start, end)}
        for at, word in enumerate(words):
            again = "PER" if word in persons else usual.get(word, "") if at else ""
            if at not in taken and again and _alone(words, at):
                agreed.append((at, at + 1, again))
        return sorted(agreed)


def _parts(words: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a span between conjunctions: two places are two."""
    first = start
    for at in range(start, end):
        if words[at] in _AND:
            if at > first:
                yield first, at
            first = at + 1
    if first < end:
        yield first, end


def _surnames(
    sentences: Sequence[Sequence[str]], found: Sequence[Sequence[Span]]
) -> frozenset[str]:
    """Last words of the persons named in full."""
    return frozenset(
        words[end - 1]
        for words, spans in zip(sentences, found, strict=True)
        for start, end, kind in spans
        if kind == "PER" and end - start > 1 and len(words[end - 1]) > 2
    )


def _most(kinds: Counter[str]) -> str:
    return max(sorted(kinds), key=lambda kind: kinds[kind])


def _of_the_region(word: str) -> bool:
    """Whether it is a well-known town or crossing of the gazetteer, in any of its forms."""
    place = None if also_a_name(word) else lookup(word)
    return place is not None and well_known(place.id)


def _large(word: str) -> bool:
    return word[:1].isupper()


def _alone(words: Sequence[str], at: int) -> bool:
    """Whether no other capitalised word stands right beside it."""
    before = at > 1 and _large(words[at - 1])
    return not before and not (at + 1 < len(words) and _large(words[at + 1]))
