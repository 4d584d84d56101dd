"""Words: watches on words of the text, whatever their script; names of people are not read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import ahocorasick

from headwater.analysis.watch.answer import Answer, usual_urgency
from headwater.analysis.watch.stated import folded
from headwater.safeguard.watching import Watch

Place = tuple[str, int]


class Searched:
    """Watches on words, all looked for in one go.

    An item answers a watch where every one of its words stands in it; `*` behind a word stands for
    any ending.

    Args:
        watches: Watches of the kind `words`.
    """

    def __init__(self, watches: Sequence[Watch]) -> None:
        self._watches = {watch.id: watch for watch in watches}
        self._words = {w.id: frozenset(folded(w.question["words"]).split()) for w in watches}
        self._asking: dict[str, list[str]] = defaultdict(list)
        self._search: Any = ahocorasick.Automaton()
        for watch, words in self._words.items():
            for word in words:
                self._asking[word].append(watch)
                plain = word.rstrip("*")
                held = self._search.get(plain, ()) if plain else ()
                if plain:
                    self._search.add_word(plain, tuple({*held, word}))
        if self._asking:
            self._search.make_automaton()

    def answers(self, texts: Mapping[Place, str]) -> Iterator[Answer]:
        """The answers of items, by URN and number. Cost: linear in the texts."""
        if not self._asking:
            return
        for (urn, item), text in texts.items():
            found = self._found(folded(text))
            for watch in sorted({asking for word in found for asking in self._asking[word]}):
                if self._words[watch] <= found:
                    urgency = usual_urgency(self._watches[watch])
                    yield Answer(watch, urn, item, urgency, "words")

    def _found(self, text: str) -> set[str]:
        found: set[str] = set()
        for last, written in self._search.iter(text):
            for word in written:
                start, end = last + 1 - len(word.rstrip("*")), last + 1
                begins = not text[:start][-1:].isalnum()
                if begins and (word.endswith("*") or not text[end : end + 1].isalnum()):
                    found.add(word)
        return found
