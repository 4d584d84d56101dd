"""Routes: from where, over where, to where; the words before a place say which."""

import re
from typing import NamedTuple

from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.names import also_a_name, well_known
from headwater.intake.reading.passage import Passage, Span

_ARTICLE = (
    r"\s(?:the\s|the\stown\sof\s|the\svillage\sof\s|the\scity\sof\s|the\sarea\sof\s|the\scoast\snear\s|"
    r"the\sborder\sat\s|a\shouse\sin\s|a\sbeach\snear\s|a\sbeach\sat\s|"
    r"the\sbeach\sat\s|granič\w+\sp\w+\s|гранич\w+\sп\w+\s|гранични\w*\s\w+\s|plaž[aeiu]\s|"
    r"плаж\w*\s|blizini\s(?:mesta\s|mjesta\s)?|близини\s(?:места\s)?|pik[aë]n?\skufitare\s|"
    r"brez\w+\skufitar\w*\s|plazh\w+\se?\s?|mestu\s|mjestu\s|месту\s|местото\s|"
    r"grada\s|mesta\s|mjesta\s|sela\s|града\s|места\s|села\s|село\s|град\s|гр\.\s|с\.\s|"
    r"qyteti\si\s|fshati\si\s|qytetin\se\s|zona\se\s)?"
)
_FROM = re.compile(
    r"\b(?:from|out of|leaving|left|departed|iz|od|sa|из|од|са|от|nga|prej)" + _ARTICLE + "$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|towards?|into|for|reached|reaching|do|u|prema|ka|na|до|у|према|ка|кон|во|към|в|за|"
    r"në|drejt|për|deri në|për në)" + _ARTICLE + "$",
    re.IGNORECASE,
)
_VIA = re.compile(
    r"\b(?:via|through|over|across|by way of|preko|kroz|преко|кроз|преку|низ|през|"
    r"përmes|nëpërmjet|nëpër|via)" + _ARTICLE + "$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:in|at|near|outside|around|close to|on|off|u|kod|blizu|na|pored|у|код|близу|на|поред|"
    r"во|кај|в|във|край|до|до с\.|në|pranë|afër|te|tek)" + _ARTICLE + "$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s?(?:-|–|—|->|→|>|,|/|and|i|и|dhe|e|or)\s?")
_ARROW = re.compile(r"\s?(?:–|—|->|→|-)\s?")
_LOOK = 40


class Route(NamedTuple):
    """Places of one sentence by what the words before them make of them."""

    origin: Hit | None = None
    via: tuple[Hit, ...] = ()
    destination: Hit | None = None
    at: tuple[Hit, ...] = ()


def spoken_of(passage: Passage) -> list[Hit]:
    """The places of a passage: well-known names, others where the text speaks of a place."""
    kept: list[Hit] = []
    for hit in passage.names:
        if hit.kind != "place" or not passage.free(hit.start, hit.end):
            continue
        beside = bool(kept) and _JOIN.fullmatch(passage.text, kept[-1].end, hit.start)
        if _sure(passage, hit) or beside or _prepositioned(passage, hit):
            kept.append(hit)
    return [hit for hit in kept if _sure(passage, hit) or not _in_a_name(passage, hit)]


def _sure(passage: Passage, hit: Hit) -> bool:
    return well_known(hit.value) and not also_a_name(passage.text[hit.start : hit.end])


def _prepositioned(passage: Passage, hit: Hit) -> bool:
    return any(_before(passage, hit, words) for words in (_AT, _FROM, _TO, _VIA))


def _before(passage: Passage, hit: Hit, words: re.Pattern[str]) -> bool:
    return words.search(passage.text, max(0, hit.start - _LOOK), hit.start) is not None


def _in_a_name(passage: Passage, hit: Hit) -> bool:
    """Whether a capitalised word follows, as in a person's name ("Marina Kovač")."""
    following = passage.text[hit.end : hit.end + 2]
    return len(following) == 2 and following[0] == " " and following[1].isupper()


def route(passage: Passage, places: list[Hit], span: Span) -> Route:
    """The route that a stretch of text names; no origin or no destination where it is not clear."""
    origins, ways, goals, at = [], [], [], []
    for hit in places:
        if not span[0] <= hit.start < span[1]:
            continue
        if _before(passage, hit, _FROM):
            origins.append(hit)
        elif _before(passage, hit, _VIA):
            ways.append(hit)
        elif _before(passage, hit, _TO):
            goals.append(hit)
            if _before(passage, hit, _AT):
                at.append(hit)
        else:
            at.append(hit)
    origin = origins[0] if len(origins) == 1 else None
    goal = goals[0] if len(goals) == 1 else None
    return Route(origin, tuple(ways), goal, tuple(at))
