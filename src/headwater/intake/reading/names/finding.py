"""Finding: where the names of a gazetteer stand in a text.

The forms of a name are many and most of them are never met, so they are made on demand: names wait
under the few first letters that no ending changes, and are spelt out when a word begins so. Most
begin with three that are found once for all names written so.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from headwater.intake.reading.names.inflection import to_cyrillic
from headwater.intake.reading.names.lettering import (
    fold,
    plain,
    same_letters,
    typed,
)
from headwater.intake.reading.names.spelling import forms, serbian_letters

_RUN = re.compile(r"[^\W_]+")
_LOOK = 3
_REMEMBERED = 32_768  # words whose forms, or the lack of them, are kept at hand
# "and", "in", "to" and "as" hang on to the word in Arabic.
_ARABIC = re.compile("[\u0621-\u06d5]{4}")
_FIRST_CYRILLIC = "\u0400"
_FIRST_ARABIC = "\u0621"
_HANGING = (re.compile("[وف]"), re.compile("[بلک]"), re.compile("[وف][بلک]"))

Takes = Callable[[str, str, str], bool]
"""Says of the written words, the form and the id of its bearer whether they are taken."""


class Found(NamedTuple):
    """A name in a text.

    Attributes:
        start: First character.
        end: One past the last.
        name: Id of what bears the name.
        form: The form that stands there, as the gazetteer writes it.
    """

    start: int
    end: int
    name: str
    form: str


class _Form(NamedTuple):
    typed: str
    plain: str
    form: str
    name: str
    order: int


class Names:
    """Names with their spellings, ready to be found.

    Args:
        spellings: Each with the id of what bears it, the likelier of two bearers first. Marks as in
            `spelling.forms`.
    """

    def __init__(self, spellings: Iterable[tuple[str, str]]) -> None:
        self._spellings = list(spellings)
        self._no_cyrillic_yet = True
        self._waiting: dict[str, list[int]] = {}
        self._ready: dict[str, dict[str, list[_Form]]] = {}
        self._beginning = lru_cache(_REMEMBERED)(self._look_up)
        self._known = _Words(partial(self._begun, small=False))
        self._small_known = _Words(partial(self._begun, small=True))
        self._small: set[str] = set()  # "northern" France, "the" Channel
        alike: dict[str, list[int]] = {}
        for order, (marked, _) in enumerate(self._spellings):
            if marked[0].islower():
                self._small.add(_key(plain(fold(marked)), len(marked)))
            if _long(marked):
                alike.setdefault(marked[:_LOOK], []).append(order)
            else:
                self._wait(_keys(marked), [order])
        for start, orders in alike.items():
            self._wait({plain(one)[:_LOOK] for one in typed(start)}, orders)

    def find(self, text: str, takes: Takes, *, small: bool = False) -> Iterator[Found]:
        """The longest name that begins at each word of a text.

        Args:
            text: The text.
            takes: Of several bearers of one form, the first that is taken is given.
            small: Whether words in small letters are looked at too.
        """
        known = self._small_known if small else self._known
        texts: tuple[str, str, str] | None = None
        for run in _RUN.finditer(text):
            begun, hung = known[run[0]]
            if not begun and not hung:
                continue
            if texts is None:
                folded = fold(text)
                texts = text, folded, plain(folded)
            start, end = run.span()
            found = self._at(texts, start, begun, takes) if begun else None
            if found is None and hung:
                found = self._hung(texts, start, end, takes)
            if found:
                yield found

    def _begun(self, written: str, *, small: bool) -> "_Begun":
        """The forms that begin with a word of a text; and whether a particle may hang on to it."""
        flat = plain(fold(written))
        if not small and written[0].islower() and flat not in self._small:
            return (), False
        return self._beginning(flat), flat[0] >= _FIRST_ARABIC and bool(_ARABIC.match(flat))

    def bearers(self, written: str, takes: Takes) -> list[str]:
        """Everything that is called as it is written there, the likelier first."""
        folded = fold(written)
        flat = plain(folded)
        run = _RUN.match(flat)
        meant = [
            (folded != form.typed, form.order, form.name)
            for form in (self._beginning(run[0]) if run else ())
            if form.plain == flat
            and same_letters(folded, form.typed)
            and takes(written, form.form, form.name)
        ]
        return list(dict.fromkeys(name for _, _, name in sorted(meant)))

    def _hung(
        self, texts: tuple[str, str, str], start: int, end: int, takes: Takes
    ) -> Found | None:
        for particle in _HANGING:
            hung = particle.match(texts[2], start)
            begun = self._beginning(texts[2][hung.end() : end]) if hung else ()
            found = self._at(texts, hung.end(), begun, takes) if hung else None
            if found:
                return found
        return None

    def _at(
        self, texts: tuple[str, str, str], start: int, begun: tuple[_Form, ...], takes: Takes
    ) -> Found | None:
        """The longest name there; of those of one length, the one spelt as it is written."""
        text, folded, flat = texts
        best: tuple[tuple[int, bool, int], _Form] | None = None
        for form in begun:
            stop = start + len(form.typed)
            if not flat.startswith(form.plain, start) or _joins(flat[stop : stop + 1]):
                continue
            written = folded[start:stop]
            place = (-len(form.typed), written != form.typed, form.order)
            if (best and best[0] <= place) or not same_letters(written, form.typed):
                continue
            if takes(text[start:stop], form.form, form.name):
                best = place, form
        if best is None:
            return None
        return Found(start, start + len(best[1].typed), best[1].name, best[1].form)

    def _look_up(self, word: str) -> tuple[_Form, ...]:
        """The forms whose first word is this one."""
        if self._no_cyrillic_yet and word[:1] >= _FIRST_CYRILLIC:
            self._wait_in_cyrillic()
        found: list[_Form] = []
        for length in range(1, min(_LOOK, len(word)) + 1):
            key = word[:length]
            if key in self._waiting:
                self._spell_out(key)
            if key in self._ready:
                found += self._ready[key].get(word, ())
        return tuple(found)

    def _wait(self, keys: set[str], orders: list[int]) -> None:
        for key in keys:
            self._waiting.setdefault(key, []).extend(orders)

    def _wait_in_cyrillic(self) -> None:
        """Names in Latin letters wait under Cyrillic ones too, from the first such word on."""
        self._no_cyrillic_yet = False
        for order, (marked, _) in enumerate(self._spellings):
            key = _cyrillic_key(marked) if _in_cyrillic_too(marked) else ""
            if key[:1] >= _FIRST_CYRILLIC:
                self._wait({key}, [order])

    def _spell_out(self, key: str) -> None:
        made: dict[str, list[_Form]] = {}
        for order in self._waiting.pop(key):
            marked, name = self._spellings[order]
            for form in sorted(forms(marked)):
                for one in typed(form):
                    flat = plain(one)
                    run = _RUN.match(flat) if flat.startswith(key) else None
                    if run:
                        made.setdefault(run[0], []).append(_Form(one, flat, form, name, order))
        self._ready[key] = made


_Begun = tuple[tuple[_Form, ...], bool]


class _Words(dict[str, _Begun]):
    """What is known of words as written, bounded."""

    def __init__(self, look_up: Callable[[str], _Begun]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> _Begun:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = self._look_up(word)
        return found


def _joins(character: str) -> bool:
    return character.isalnum() or character == "_"


def _long(marked: str) -> bool:
    """Whether a spelling has so many letters before all else that no ending changes the first."""
    return len(marked) > _LOOK + 2 and marked[: _LOOK + 2].isalpha()


def _keys(marked: str) -> set[str]:
    """The letters by which the forms of a spelling are found, but those in another alphabet."""
    begin = marked.split(" ", 1)[0][: 3 * _LOOK]
    return {_key(plain(one), _least(marked)) for one in typed(begin)}


def _in_cyrillic_too(marked: str) -> bool:
    slavic = marked[-1] == "~" or (marked[-1] != "^" and serbian_letters(marked))
    return slavic and marked[0] < _FIRST_CYRILLIC


def _cyrillic_key(marked: str) -> str:
    return _key(to_cyrillic(fold(marked[: 3 * _LOOK])), _least(marked))


def _least(marked: str) -> int:
    """How many letters at the beginning no ending changes."""
    if _long(marked):
        return _LOOK
    run = _RUN.match(marked)
    changed = 2 if marked[-1] in "~^" else 0
    return max(1, min(_LOOK, len(run[0] if run else marked) - changed))


def _key(word: str, length: int) -> str:
    run = _RUN.match(word)
    return (run[0] if run else word)[:length]
