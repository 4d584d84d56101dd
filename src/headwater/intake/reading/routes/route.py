"""Routes: from where, over where, to where; the words before a place say which."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.names import also_a_name, place, well_known
from headwater.intake.reading.names.inflection import to_cyrillic
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.routes.namesakes import meant
from headwater.intake.reading.routes.ways import Part, WayWords, part, way_words

_JOIN = re.compile(r"\s?(?:-|–|—|->|→|>|,|/|and|or|then|i|и|или|ili|dhe|ose|e)\s?")
_ARROW = re.compile(r"\s?(?:->|→|=>|–|—|-|>)\s?")
_LIST = re.compile(
    r"\s?(?:,|/)?\s?(?:and|or|i|и|или|ili|dhe|ose)?\s?(?:in\s|u\s|у\s|во\s|в\s|në\s)?"
)
_OF_COUNTRY = re.compile(r"\s?[,(]\s?|\s(?:in|u|у|во|в|në)\s")
_OF = re.compile(
    r"\s(?:(?:mainly|mostly|originally|all|pretežno|uglavnom|главно|kryesisht)\s)?"
    r"(?:(?:from|of|iz|из|од|от|nga|të|me origjinë nga|poreklom iz)\s)?(?:the\s)?"
    r"(?:[^\W\d_]+\s?(?:,|and|i|и|dhe|e)\s){0,4}"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_OF_HOME = re.compile(r"(?:^|\s)[^\W\d_a-zа-џ]\w+\s[^\W\d_a-zа-џ]\w+\s(?:iz|from|из|од|от|nga)\s$")
_ON = re.compile(
    r"\s?(?:,|-|–|via|through|over|to|into|towards?|do|u|za|ka|prema|preko|kroz|до|у|за|ка|према|"
    r"преко|кроз|во|кон|в|във|към|през|në|drejt|deri|për|përmes)\s",
)
_LOOK = 70
_WHERE = ("u", "у", "i", "и", "ima", "ama", "има", "ама", "oj", "om", "ој", "ом")
_CASE = re.compile(r"['’]([dt][ae]n?|y?[ae])(?!\w)")
_CASES: dict[str, Part] = {"d": "at", "t": "at", "y": "to", "a": "to", "e": "to"}
_WATER = ("river", "sea")
# "у Вимреу (Wimereux)": a Latin spelling in brackets behind a Cyrillic name.
_SPELT_BEHIND = re.compile(r"[Ѐ-ӿ]\s?\(\s?(?=[A-Za-zÀ-ɏ])")
_CYRILLIC_NAME = re.compile("[Ѐ-Я]")
_CLOSE = 3  # from a name to its other spelling: " ("
_CASED = frozenset(["sr", "hr", "bs", "cnr", "sh"])


class Route(NamedTuple):
    """Places of one sentence by what the words before them make of them.

    Attributes:
        ways: Each the points of one way, from its beginning to its end; two at least.
        origin: The one place from which a way begins, or None.
        via: Places that the first way leads through.
        destination: The one place at which a way ends, or None.
        at: Places at which something happens, in order.
    """

    ways: tuple[tuple[Hit, ...], ...] = ()
    origin: Hit | None = None
    via: tuple[Hit, ...] = ()
    destination: Hit | None = None
    at: tuple[Hit, ...] = ()


_NOWHERE = Route()


def spoken_of(passage: Passage) -> list[Hit]:
    """The places of a passage: well-known names, others where the text speaks of a place."""
    kept: list[Hit] = []
    found = [h for h in passage.names if h.kind == "place" and passage.free(h.start, h.end)]
    for hit, following in zip_longest(found, found[1:]):
        sure = _sure(passage, hit)
        if following and not sure and _spelt_again(passage, hit, following):
            continue  # of two namesakes the one that is spelt out
        beside = bool(kept and _JOIN.fullmatch(passage.text, kept[-1].end, hit.start))
        if following and _ARROW.fullmatch(passage.text, hit.end, following.start):
            beside = beside or _sure(passage, following)
        if sure or ((beside or _part(passage, hit)) and not _in_a_name(passage, hit)):
            kept.append(hit)
    places = meant(passage, kept)
    return [hit for hit in places if not _far_off(passage, hit, places)]


def _far_off(passage: Passage, hit: Hit, places: Iterable[Hit]) -> bool:
    """Whether an Albanian text means something else than a small town of Turkey called so."""
    if passage.language != "sq" or well_known(hit.value) or _country(hit) != "TR":
        return False
    return all(one.value == hit.value or _country(one) != "TR" for one in places)


def _country(hit: Hit) -> str:
    known = place(hit.value)
    return known.country if known else ""


def _sure(passage: Passage, hit: Hit) -> bool:
    return well_known(hit.value) and not also_a_name(passage.text[hit.start : hit.end])


def _part(passage: Passage, hit: Hit) -> Part:
    """What the words before a place, in its sentence, make of it; in Turkish, the case behind."""
    case = _CASE.match(passage.text, hit.end) if passage.language == "tr" else None
    if case:
        return _CASES[case[1][0]] if not case[1].endswith("n") else "from"
    known = way_words(passage.language)
    begin = max(passage.sentence_at(hit.start)[0], hit.start - _LOOK)
    before = _WORD.findall(passage.text, begin, hit.start)[-8:]
    if before[-1:] == ["("] and _SPELT_BEHIND.search(
        passage.text, max(0, hit.start - _CLOSE - 1), hit.start + 1
    ):
        return _part_of_name(before[:-1], known)
    return part([word.lower() for word in before], known)


def _part_of_name(before: list[str], known: WayWords) -> Part:
    """What the words before a Cyrillic name, the last of these, make of it."""
    while before and _CYRILLIC_NAME.match(before[-1]):
        before = before[:-1]
        found = part([word.lower() for word in before], known)
        if found:
            return found
    return ""


def _spelt_again(passage: Passage, hit: Hit, following: Hit) -> bool:
    """Whether a place is a Cyrillic name and the next one its Latin spelling in brackets."""
    match = _SPELT_BEHIND.match(passage.text, hit.end - 1)
    if match is None or match.end() != following.start:
        return False
    known = place(following.value)
    return known is not None and known.kind != "country"


def bound_for(passage: Passage, hit: Hit) -> bool:
    """Whether a word beside a place says that something goes there, as no word for "at" does."""
    return _part(passage, hit) == "to" or passage.text.startswith("-bound", hit.end)


def _in_a_name(passage: Passage, hit: Hit) -> bool:
    """Whether a capitalised word follows, as in a person's name ("Marina Kovač")."""
    following = passage.text[hit.end : hit.end + 2]
    return len(following) == 2 and following[0] == " " and following[1].isupper()


def route(passage: Passage, places: list[Hit], span: Span) -> Route:
    """The route that a stretch of text names; no origin or no destination where it is not clear."""
    here = [hit for hit in places if span[0] <= hit.start < span[1]]
    if not here:
        return _NOWHERE
    draft = _Draft()
    previous: Hit | None = None
    for hit in here:
        if previous is None or not _tells_where(passage, previous, hit):
            if previous and _spelt_again(passage, previous, hit):
                continue
            if _nationality(passage, hit) or _crossed(passage, hit):
                continue
            _add(draft, passage, previous, hit)
            previous = hit
    return draft.route()


def _tells_where(passage: Passage, town: Hit, hit: Hit) -> bool:
    """ "Calais in France", "Niš, Serbia": a country that says where the place before it lies."""
    known, before = place(hit.value), place(town.value)
    if known is None or known.kind != "country" or before is None or before.kind == "country":
        return False
    return _OF_COUNTRY.fullmatch(passage.text, town.end, hit.start) is not None


def _nationality(passage: Passage, hit: Hit) -> bool:
    """ "14 migrants from Syria and Iraq": where people are from, not where they set out."""
    known = place(hit.value)
    if known is None or known.kind != "country":
        return False
    near = (max(0, hit.start - _LOOK), hit.start)
    units = passage.hits("unit", near)
    if not units:
        return False
    between = passage.text[units[-1].end : hit.start].lower()
    return _OF.fullmatch(between) is not None


def _add(draft: "_Draft", passage: Passage, previous: Hit | None, hit: Hit) -> None:
    role = _part(passage, hit)
    text = passage.text
    if role == "from" and _home(passage, hit):
        return
    if previous and _ARROW.fullmatch(text, previous.end, hit.start):
        if _a_line(passage, previous, hit):
            draft.on(previous, hit)
            return
        role = "at"
    elif not role and previous and _LIST.fullmatch(text, previous.end, hit.start):
        role = draft.last
    if role == "where":
        role = _where(passage, hit, draft)
    draft.put(role, hit)


def _crossed(passage: Passage, hit: Hit) -> bool:
    """ "Across the Danube": water that a way crosses, no stop on it."""
    known = place(hit.value)
    return known is not None and known.kind in _WATER and _part(passage, hit) == "via"


def _home(passage: Passage, hit: Hit) -> bool:
    """ "X Y from Niš drove ...": where somebody is from, not where a way begins."""
    sentence = passage.sentence_at(hit.start)
    if not _OF_HOME.search(passage.text[max(sentence[0], hit.start - 40) : hit.start]):
        return False
    on = _ON.match(passage.text, hit.end)
    if on is None or on[0].strip() != ",":
        return on is None
    others = passage.named("place", (hit.end, sentence[1]))  # "X Y from Niš, ..., from Šid to"
    return any(_part(passage, other) == "from" for other in others)


def _where(passage: Passage, hit: Hit, draft: "_Draft") -> Part:
    """At a place or to it, where one word says both: by the case of the name, or by the way."""
    if passage.language in _CASED:
        return "at" if _locative(passage, hit) else "to"
    if draft.open:
        return "to"
    return "where"


def _locative(passage: Passage, hit: Hit) -> bool:
    """Whether a South Slavic name stands in the case of where, not of where to."""
    before = _WORD.findall(passage.text[max(0, hit.start - _LOOK) : hit.start].lower())[-2:]
    if before[-1:] == ["("]:
        inflected: str = before[0]
        return inflected.endswith(_WHERE)  # "у Вимреу (Wimereux)"
    before = before[-1:]
    if before and way_words(passage.language).kinds(before[0]) == {"place"}:
        noun: str = before[0]
        return noun.endswith(_WHERE)  # "u mestu X": the case shows at the word for the place
    stands: bool = _stands_where(passage.text[hit.start : hit.end].lower(), hit.value)
    return stands


@lru_cache(4096)
def _stands_where(written: str, identifier: str) -> bool:
    known = place(identifier)
    last = written.split()[-1]
    if last.endswith(_WHERE[4:]):
        return True
    if known is None or last[-1] not in "iиuу":
        return False
    spelt = (known.name, *known.spellings)
    bases = {b.lower().split()[-1] for each in spelt for b in (each, to_cyrillic(each))}
    if last in bases:
        return False
    stem = last[:-1]
    feminine = {stem + "a", stem + "а"} & bases
    return last[-1] in "iи" or not feminine or bool({stem + "o", stem + "о", stem} & bases)


def _a_line(passage: Passage, first: Hit, second: Hit) -> bool:
    """ "Niš-Šid" is a way where the text speaks of one, "the Serbia-Hungary border" is none."""
    known = way_words(passage.language)
    sentence = passage.sentence_at(first.start)
    around = passage.text[max(sentence[0], first.start - 40) : first.start]
    behind = passage.text[second.end : min(sentence[1], second.end + 24)]
    near = [*_WORD.findall(around)[-3:], *_WORD.findall(behind)[:2]]
    return not any("border" in known.kinds(word.lower()) for word in near)


class _Draft:
    """A route in the making."""

    def __init__(self) -> None:
        self.ways: list[list[Hit]] = []
        self.origins: list[Hit] = []
        self.goals: list[Hit] = []
        self.perhaps: list[Hit] = []
        self.at: list[Hit] = []
        self.open = False
        self.last: Part = "at"

    def on(self, previous: Hit, hit: Hit) -> None:
        """ "A - B": B is the next point of the way on which A lies."""
        if self.ways and self.ways[-1][-1] is previous:
            self.ways[-1].append(hit)
        else:
            self.at = [one for one in self.at if one is not previous]
            self.ways.append([previous, hit])
            self.origins.append(previous)
        self.goals = [one for one in self.goals if one is not previous]
        self.goals.append(hit)
        self.last = "to"

    def _further(self, role: Part, hit: Hit) -> None:
        """The next point of the open way; what "from A to B over C" leads through lies before B."""
        way = self.ways[-1]
        over = role == "via" and self.last == "to" and len(way) > 1
        way.insert(len(way) - 1 if over else len(way), hit)

    def put(self, role: Part, hit: Hit) -> None:
        """Add a place."""
        if role == "from":
            if self.open and len(self.ways[-1]) == 1 and self.last == "from":
                self.ways.pop()  # "from A and B": no one origin
                self.open = False
            else:
                self.ways.append([hit])
                self.open = True
            self.origins.append(hit)
        elif role in ("via", "to") and self.open:
            self._further(role, hit)
        elif role == "via" and not self.ways:
            self.ways.append([hit])
        if role == "to":
            self.goals.append(hit)
        if role == "where":
            self.perhaps.append(hit)
        if role in ("at", "where", ""):
            self.at.append(hit)
        self.last = role or "at"

    def route(self) -> Route:
        """The route; a way that ends before it begins is turned."""
        ways = [way for way in self.ways if len(way) > 1]
        origin = self.origins[0] if len({hit.value for hit in self.origins}) == 1 else None
        goals = self.goals or self.perhaps
        goal = goals[0] if len({hit.value for hit in goals}) == 1 else None
        if not ways and origin and goal and origin.value != goal.value:
            ways = [[origin, goal]]
        via = tuple(ways[0][1:-1]) if ways else ()
        return Route(tuple(map(tuple, ways)), origin, via, goal, tuple(self.at))
