"""Saying a story in an agency's language: words, cases, spellings of names and places.

Serbian and Bosnian share one file of sentences; Serbian Cyrillic is transliterated from Latin.
Names of people and places are declined where the ending allows it, else put beside a noun that
carries the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any
from zlib import crc32

from headwater.exercise.names import FullName, spell
from headwater.exercise.networks import Person
from headwater.exercise.streams import Stream
from headwater.exercise.tables import Place, phrases
from headwater.exercise.telling.facts import Event, Money, Value
from headwater.exercise.telling.scripts import cyrillic

_SLOT = re.compile(r"\{(\w+)(?:\.([\w.]+))?\}|<([^/<>]*)/([^/<>]*)>")
_FILES = {"sr-Latn": "sr", "sr-Cyrl": "sr", "bs": "sr"}
_AS_WRITTEN = frozenset({"phone", "plate", "handle", "net"})

Piece = tuple[str, str, str]  # ("text", words, "") | ("slot", name, form) | ("agree", man, woman)


@dataclass(frozen=True, slots=True)
class Said:
    """One slot as it stands in the text."""

    slot: str
    text: str
    value: Value


@cache
def _choose(text: str, bosnian: bool) -> str:
    return re.sub(r"\[([^|\]]*)\|([^\]]*)\]", r"\2" if bosnian else r"\1", text)


@cache
def _pieces(template: str, language: str) -> tuple[Piece, ...]:
    def walk() -> Iterator[Piece]:
        text, end = _choose(template, language == "bs"), 0
        for match in _SLOT.finditer(text):
            if match.start() > end:
                yield ("text", text[end : match.start()], "")
            if match[1]:
                yield ("slot", match[1], match[2] or "")
            else:
                yield ("agree", match[3], match[4])
            end = match.end()
        if end < len(text):
            yield ("text", text[end:], "")

    if language != "sr-Cyrl":
        return tuple(walk())
    return tuple(
        piece if piece[0] == "slot" else (piece[0], cyrillic(piece[1]), cyrillic(piece[2]))
        for piece in walk()
    )


@lru_cache(maxsize=50_000)
def spell_for(name: FullName, persona: str, manner: int, language: str) -> str:
    """A person's name as this clerk writes it in this language (Cyrillic for sr-Cyrl, mk, bg)."""
    if language == "bg" and name.culture == "bg":
        return name.native
    written = spell(name, "serbian" if language in {"mk", "bg"} else persona, manner)
    return cyrillic(written, language) if language in {"sr-Cyrl", "mk", "bg"} else written


def manner_of(person: str, office: str) -> int:
    """The habit of an office with one person's name, 0-99; the same office keeps to it."""
    return crc32(f"{person}|{office}".encode()) % 100


class Voice:
    """One office writing in one language."""

    def __init__(self, language: str, persona: str, office: str) -> None:
        """Take the language's words from its file."""
        self.language, self.persona, self.office = language, persona, office
        self.words: dict[str, Any] = phrases(_FILES.get(language, language))

    def sentence(self, event: Event, stream: Stream) -> tuple[str, list[Said]]:
        """Say an event in one sentence; also what stands where a slot was."""
        templates = self.words["items"][event.kind]
        template = stream.pick(templates)
        for _ in range(8):
            slots = [piece[1] for piece in _pieces(template, self.language) if piece[0] == "slot"]
            if all(slot in event.slots for slot in slots):
                break
            template = stream.pick(templates)
        text, said = self.fill(template, event.slots, stream)
        if stream.happens(0.12) and not template.startswith("{d") and ".cap" not in template:
            text = self._lead(template, text, stream)
        return text.replace("..", "."), said

    def _lead(self, template: str, text: str, stream: Stream) -> str:
        if not template.startswith("{"):
            text = text[0].lower() + text[1:]
        lead = self._own(stream.pick(self.words["leads"]))
        return lead.replace("{s}", text)

    def line(self, table: str, stream: Stream, key: str = "") -> str:
        """A fixed line of a table of words, such as `provenance`, or `titles` under `other`."""
        lines = self.words[table][key] if key else self.words[table]
        return self._own(stream.pick(lines))

    def _own(self, words: str) -> str:
        chosen = _choose(words, self.language == "bs")
        if self.language != "sr-Cyrl":
            return chosen
        return re.sub(
            r"\{[^}]*\}|[^{}]+", lambda m: m[0] if m[0][0] == "{" else cyrillic(m[0]), chosen
        )

    def fill(
        self, template: str, slots: dict[str, Value], stream: Stream
    ) -> tuple[str, list[Said]]:
        """Fill a template's slots; a slot that is not there stays empty."""
        woman = _is_woman(slots)
        written, said = [], []
        for kind, one, other in _pieces(template, self.language):
            if kind == "text":
                written.append(one)
            elif kind == "agree":
                written.append(other if woman else one)
            elif one in slots:
                before, core = self._slot(one, slots[one], other, stream)
                written.append(_capital(before + core) if "cap" in other else before + core)
                said.append(Said(one, core, slots[one]))
        return "".join(written), said

    def _slot(self, slot: str, value: Value, form: str, stream: Stream) -> tuple[str, str]:
        case = form.removesuffix("cap").removesuffix(".")
        raw = value.raw
        if slot in _AS_WRITTEN:
            return "", self._literal(slot, str(raw), stream)
        if isinstance(raw, Person):
            return "", self.person(raw, case)
        if isinstance(raw, Place):
            return self.place(raw, case)
        before, core = self._plain(slot, value, stream)
        if self.language == "sr-Cyrl":
            return cyrillic(before), cyrillic(core)
        return before, core

    def _plain(self, slot: str, value: Value, stream: Stream) -> tuple[str, str]:
        raw = value.raw
        if isinstance(raw, Money):
            return "", self.money(raw, stream)
        if isinstance(raw, tuple):
            return "", self.equipment(raw)
        if isinstance(raw, int):
            return "", self._number_of(slot, raw)
        if isinstance(raw, str):
            return "", self._word(slot, raw, stream)
        if isinstance(raw, date):
            return self._date(raw, stream)
        raise TypeError(f"{slot} cannot be said as words")

    def _date(self, raw: date, stream: Stream) -> tuple[str, str]:
        form = self._own_latin(stream.pick(self.words["dates"]))
        month = self._own_latin(str(self.words["months"][raw.month - 1]))
        filled = form.format(
            day=raw.day,
            dd=f"{raw.day:02d}",
            m=raw.month,
            mm=f"{raw.month:02d}",
            yyyy=raw.year,
            month=month,
        )
        before, _, core = filled.partition("|")
        return before, core

    def _own_latin(self, words: str) -> str:
        return _choose(words, self.language == "bs")

    def _word(self, slot: str, raw: str, stream: Stream) -> str:
        table = {"mode": "modes", "role": "roles", "pay": "payments"}[slot]
        found = self.words[table][raw]
        return self._own_latin(found if isinstance(found, str) else stream.pick(found))

    def _number_of(self, slot: str, count: int) -> str:
        if slot == "missing":
            if not count:
                return self._own_latin(self.words["none_missing"])
            return self._own_latin(self.words["missing"][0]).format(n=count)
        return f"{count} {self.counted(self.words['dead' if slot == 'dead' else 'persons'], count)}"

    def counted(self, forms: list[str], count: int) -> str:
        """The form of a noun after a number: two forms, or three in Serbian and Bosnian."""
        one = count == 1 or (len(forms) == 3 and count % 10 == 1 and count % 100 != 11)
        few = count % 10 in {2, 3, 4} and count % 100 not in {12, 13, 14}
        return forms[0] if one else forms[1] if len(forms) == 2 or few else forms[2]

    def equipment(self, listed: tuple[tuple[str, int], ...]) -> str:
        """A list such as `6 inflatable boats and 4 outboard engines`."""
        parts = [f"{n} {self.counted(self.words['articles'][name], n)}" for name, n in listed]
        if len(parts) == 1:
            return parts[0]
        return f"{', '.join(parts[:-1])} {self.words['and']} {parts[-1]}"

    def money(self, money: Money, stream: Stream) -> str:
        """A fee or an amount in words of the language, with its basis if it has one."""
        currency = self._own_latin(self.words["currency"][money.currency])
        low, high = self._grouped(money.low), self._grouped(money.high)
        forms = self.words["range" if money.high > money.low else "single"]
        form = stream.pick(forms) if money.basis else forms[0]
        text = str(form).format(low=low, high=high, cur=currency)
        if money.basis:
            text += " " + self._own_latin(stream.pick(self.words["basis"][money.basis]))
        return text

    def _grouped(self, number: int) -> str:
        return f"{number:,}".replace(",", str(self.words["thousands"]))

    def _literal(self, slot: str, raw: str, stream: Stream) -> str:
        if slot == "phone":
            return write_phone(raw, self.language, stream)
        return f'"{raw}"' if slot == "net" else raw

    def person(self, person: Person, case: str) -> str:
        """A person's name as this office writes it, declined where the language does so."""
        manner = manner_of(person.id, self.office)
        written = spell_for(person.name, self.persona, manner, self.language)
        if not case or person.name.culture == "vn":
            return written
        if self.language in {"sr-Latn", "bs"}:
            return decline_serbian(written, case, person.name.gender)
        if self.language == "sr-Cyrl":
            latin = spell_for(person.name, self.persona, manner, "sr-Latn")
            return cyrillic(decline_serbian(latin, case, person.name.gender))
        if self.language == "sq" and person.name.culture in {"al", "xk"}:
            return decline_albanian(written, case)
        return written

    def place(self, place: Place, case: str) -> tuple[str, str]:
        """A place's name, with the preposition the case asks for (in, from, to, near, at)."""
        forms = _place_forms(place, self.language)
        if not case:
            return "", forms["nom"]
        table = self.words["places"]
        kind = place.kind if place.kind in table else "town"
        if kind == "town" and "loc" not in forms and "plain" in table and "definite" not in forms:
            kind = "plain"
        before, _, core = self._own(str(table[kind][case])).partition("|")
        if self.language == "bg" and before == "в " and forms["nom"][0] in "ВФ":
            before = "във "
        return before, core.format(**forms)


def _is_woman(slots: dict[str, Value]) -> bool:
    who = slots["a"].raw if "a" in slots else None
    return isinstance(who, Person) and who.name.gender == "f"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def write_phone(number: str, language: str, stream: Stream) -> str:
    """One of the written forms of an E.164 number: plain, spaced, with 00, or national at home."""
    three = number[1:3] in {"35", "38"}
    head, rest = (number[:4], number[4:]) if three else (number[:3], number[3:])
    national = f"0{rest[:2]}/{rest[2:5]}-{rest[5:]}"
    at_home = head == "+381" and language in {"sr-Latn", "sr-Cyrl"}
    forms = (
        number,
        f"{head} {rest[:2]} {rest[2:5]} {rest[5:]}",
        f"00{head[1:]} {rest}",
        national if at_home else number,
        f"{head}-{rest[:2]}-{rest[2:]}",
    )
    return stream.weighted(forms, (40, 25, 15, 10, 10))


@cache
def _place_forms(place: Place, language: str) -> dict[str, str]:
    if language == "en":
        return {"nom": place.name}
    if language in {"mk", "bg"}:
        return {"nom": place.mk if language == "mk" else place.bg}
    if language == "sq":
        return _albanian_place(place)
    forms = _serbian_place(place.sr)
    if language == "sr-Cyrl":
        forms = {case: cyrillic(form) for case, form in forms.items()}
    return forms


def _albanian_place(place: Place) -> dict[str, str]:
    name = place.sq
    if place.country not in {"AL", "XK", "MK", "ME", "RS"} or " " in name or name[-1] in "eiac":
        return {"nom": name}
    if name.endswith("ë"):
        return {"nom": name, "definite": name[:-1] + "a", "dative": name[:-1] + "ës"}
    if name.endswith("ër"):
        return {"nom": name, "definite": name[:-2] + "ra", "dative": name[:-2] + "rës"}
    vowel = "u" if name[-1] in "kgh" else "i"
    return {"nom": name, "definite": name + vowel, "dative": name + vowel + "t"}


# ending, what is cut off, what each case puts on: the first that fits holds
_PLACE_ENDINGS = (
    (("ka", "ga", "ha"), 0, None),
    (("a",), 1, ("e", "i", "u")),
    (("ac",), 2, ("ca", "cu", "ac")),
    (("lje", "nje", "o"), 1, ("a", "u", "")),
    (("e", "i", "u"), 0, None),
    (("",), 0, ("a", "u", "")),
)


def _serbian_place(name: str) -> dict[str, str]:
    """Cases of a place name of one word; only the nominative where the ending does not tell."""
    cut, endings = next((cut, found) for ends, cut, found in _PLACE_ENDINGS if name.endswith(ends))
    if endings is None or " " in name or "-" in name:
        return {"nom": name}
    stem = name[: len(name) - cut]
    cases = {"nom": name, "gen": stem + endings[0], "loc": stem + endings[1]}
    return cases | {"acc": stem + endings[2] if endings[2] else name}


_FLEETING = {"Aleksandar": "Aleksandr", "Petar": "Petr", "Dimitar": "Dimitr"}
_ENDINGS = {
    "a": {"gen": "e", "dat": "i", "acc": "u", "ins": "om"},
    "o": {"gen": "a", "dat": "u", "acc": "a", "ins": "om"},
    "e": {"gen": "a", "dat": "u", "acc": "a", "ins": "em"},
    "i": {"gen": "ija", "dat": "iju", "acc": "ija", "ins": "ijem"},
    "soft": {"gen": "a", "dat": "u", "acc": "a", "ins": "em"},
    "hard": {"gen": "a", "dat": "u", "acc": "a", "ins": "om"},
}


def decline_serbian(name: str, case: str, gender: str) -> str:
    """Decline a name in Serbian (gen, dat, acc, ins); a woman's only where it ends in a."""
    return " ".join(_serbian_word(word, case, gender) for word in name.split())


def _serbian_word(word: str, case: str, gender: str) -> str:
    last = word[-1]
    if word[0] == "(" or word.isupper() or (gender == "f" and last != "a") or last in "uy":
        return word
    if last in "aoei":
        return word[:-1] + _ENDINGS[last][case]
    soft = "soft" if last in "čćšžđj" or word.endswith(("lj", "nj")) else "hard"
    return _FLEETING.get(word, word) + _ENDINGS[soft][case]


def decline_albanian(name: str, case: str) -> str:
    """Put the last word of an Albanian name in the definite accusative or dative."""
    endings = {"acc": "n", "dat": "s" if name[-1] in "aeëo" else "t"}
    if name[-1] in "aë":
        return name[:-1] + "ë" + endings[case]
    if name[-1] in "eou":
        return name + endings[case]
    return name + ("" if name[-1] == "i" else "i") + endings[case]
