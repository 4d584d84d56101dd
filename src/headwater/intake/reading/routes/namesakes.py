"""Namesakes: which of several towns of one name a text means.

Where the text names a country beside it, that one; else the places around it tell, those of the
same sentence most, and the country where the text's language is spoken. Where nothing tells, the
likeliest of the gazetteer stays (`lookup` has its order).
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import cos, hypot, radians

from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.names import namesakes, place, well_known
from headwater.intake.reading.passage import Passage
from headwater.model import Place

_SPOKEN = {
    "bg": ("BG",),
    "bs": ("BA",),
    "cnr": ("ME",),
    "el": ("GR", "CY"),
    "hr": ("HR", "BA"),
    "mk": ("MK",),
    "sq": ("AL", "XK"),
    "sr": ("RS", "BA", "ME"),
    "tr": ("TR",),
}
_WESTERN_BALKANS = frozenset(["AL", "BA", "HR", "ME", "MK", "RS", "XK"])
_WIDE = frozenset(["country", "region", "sea", "river"])
_HALVED_KM = 150.0
"""A place so far away tells half as much as one next door."""
_SAME_SENTENCE, _SPEAKS, _OF_THE_REGION, _LIKELIEST = 2.0, 0.4, 0.25, 0.2
_KM_PER_DEGREE = 111.2


def meant(passage: Passage, hits: Sequence[Hit]) -> list[Hit]:
    """The places of a passage, those of several towns of one name as the ones that are meant."""
    doubtful = [hit for hit in hits if len(_candidates(passage, hit)) > 1]
    if not doubtful:
        return list(hits)
    rest = [hit for hit in hits if hit not in doubtful]
    return [_settled(passage, hit, rest) if hit in doubtful else hit for hit in hits]


def _candidates(passage: Passage, hit: Hit) -> tuple[str, ...]:
    """Towns of the name; one that everybody knows has no namesakes."""
    if well_known(hit.value):
        return ()
    return tuple(one for one in namesakes(passage.text[hit.start : hit.end]) if not well_known(one))


def _settled(passage: Passage, hit: Hit, others: list[Hit]) -> Hit:
    candidates = [one for one in map(place, _candidates(passage, hit)) if one is not None]
    named = _country_behind(passage, hit, others)
    within = [one for one in candidates if one.country == named]
    if len(within) == 1:
        return hit._replace(value=within[0].id)
    sentence = passage.sentence_at(hit.start)
    beside = [one for one in others if sentence[0] <= one.start < sentence[1]]
    elsewhere = [one for one in others if one not in beside]

    def told(one: Place) -> float:
        near = _SAME_SENTENCE * max(_nearness(one, beside), default=0.0)
        far = list(_nearness(one, elsewhere))
        said = near + (sum(far) / len(far) if far else 0.0)
        return said + _at_home(one, passage.language) + _LIKELIEST * (one.id == hit.value)

    return hit._replace(value=max(within or candidates, key=told).id)


def _at_home(one: Place, language: str) -> float:
    """What it counts that the town lies where the language is spoken, or in its region."""
    spoken = _SPOKEN.get(language, ())
    if one.country in spoken:
        return _SPEAKS
    ours = one.country in _WESTERN_BALKANS and not _WESTERN_BALKANS.isdisjoint(spoken)
    return _OF_THE_REGION if ours else 0.0


def _country_behind(passage: Passage, hit: Hit, others: Iterable[Hit]) -> str:
    """The country of "X in Y", "X, Y" or "X (Y)"; empty where none stands there."""
    following = next((one for one in others if 0 < one.start - hit.end <= 5), None)
    known = place(following.value) if following else None
    if not following or known is None or known.kind != "country":
        return ""
    between = passage.text[hit.end : following.start]
    return known.country if between.strip(" ,(") in ("", "in", "u", "у", "në", "в", "во") else ""


def _nearness(one: Place, others: Iterable[Hit]) -> Iterable[float]:
    for hit in others:
        other = place(hit.value)
        if other is not None and other.kind not in _WIDE:
            yield 1 / (1 + _km(one.id, other.id) / _HALVED_KM)


@lru_cache(16_384)
def _km(left: str, right: str) -> float:
    """Kilometres between two places as the crow flies, on a plane: near enough to compare."""
    one, other = place(left), place(right)
    if one is None or other is None or one.latitude is None or other.latitude is None:
        return float("inf")
    north = one.latitude - other.latitude
    east = (one.longitude or 0.0) - (other.longitude or 0.0)
    return _KM_PER_DEGREE * hypot(north, east * cos(radians(one.latitude)))
