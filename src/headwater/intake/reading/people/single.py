"""Single names: "the organiser Baki", "a man known as Baki"; one word that others mark as a name.

A role, a nickname's word behind a role or a person, or "a certain" must stand right before it. A
place, a public body and a word that a group bears are none.
"""

import re
from collections.abc import Iterator

from headwater.intake.reading.lexicon import Hit
from headwater.intake.reading.passage import Passage, Span
from headwater.intake.reading.people.naming import name_at

_SOMEBODY = re.compile(
    r"\b(?:man|woman|person|suspect|smuggler|individual|male|someone|somebody|"
    r"(?:čovek|čovjek|muškar|osob|lic[ae]|žen|osumnjičen|krijumčar)\w*|"
    r"(?:човек|мажот|маж|лиц|жен|осомничен|осумњичен|мушкар|особ|кријумчар|мъж|криумчар|"
    r"заподозр|каналджи|контрабанд)\w*|(?:burr|njeri|person|grua|i dyshuar|kontrabandist)\w*)"
    r"\s?,?\s$",
    re.IGNORECASE,
)
_CERTAIN = re.compile(
    r"\b(?:a certain|certain|one|izvjesn\w+|izvesn\w+|neki|извесн\w+|извјесн\w+|некој си|извесен|"
    r"неки|някой си|някакъв|njëfarë|farë)\s$",
    re.IGNORECASE,
)
_OF_GROUP = re.compile(
    r"(?:group|network|gang|clan|ring|grup|mrež|band|klan|груп|мреж|банд|клан|rrjet)\w*$",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\s(?:only|just|samo|само|vetëm)\s$", re.IGNORECASE)
_QUOTED = re.compile(r"\s?[\"“„«'‘]([^\W\d_][^\"“”„«»'’\n\s]{1,20})[\"”“»'’]")
_NEXT = re.compile(r"\s[^\W\d_a-zа-џ][^\W\d_]|\d|@|['’]?s?\s(?:network|group|gang|clan)\b")
_LOOK = 30
_LEAST = 3


def single_names(passage: Passage) -> Iterator[tuple[Span, Hit | None]]:
    """Names of one word, with the role that introduces each, if one does."""
    for role in passage.hits("role"):
        of_group = _OF_GROUP.search(passage.text, role.start, role.end)  # it is the group's name
        span = None if of_group else _one_word(passage, role.end)
        if span:
            yield span, role
    for alias in passage.hits("alias"):
        before = passage.text[max(0, alias.start - _LOOK) : alias.start]
        role_before = [hit for hit in passage.hits("role") if 0 < alias.start - hit.end <= 2]
        if not role_before and not _SOMEBODY.search(_ONLY.sub(" ", before)):
            continue
        quoted = _QUOTED.match(passage.text, alias.end)
        span = quoted.span(1) if quoted else _one_word(passage, alias.end)
        if span:
            yield span, role_before[0] if role_before else None
    yield from _certain(passage)


def _certain(passage: Passage) -> Iterator[tuple[Span, Hit | None]]:
    """ "A certain Baki, driver": a role behind the name makes it somebody's."""
    for role in passage.hits("role"):
        text = passage.text
        comma = text.rfind(",", max(0, role.start - 4), role.start)
        words = text[max(0, comma - _LOOK) : comma].split() if comma > 0 else []
        start = comma - len(words[-1]) if words else -1
        if start > 0 and _CERTAIN.search(text, max(0, start - _LOOK), start):
            span = name_at(passage, start, least=1, gap=False)
            if span and span[1] == comma:
                yield span, role


def _one_word(passage: Passage, position: int) -> Span | None:
    span = name_at(passage, position, least=1)
    if span is None or span[1] - span[0] < _LEAST:
        return None
    name = passage.text[slice(*span)]
    if " " in name or name.isupper() or _NEXT.match(passage.text, span[1]):
        return None
    here = passage.names
    return None if any(hit.start < span[1] and span[0] < hit.end for hit in here) else span
