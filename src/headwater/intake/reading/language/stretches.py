"""Stretches: what part of a text is in which language."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from headwater.intake.reading.language.scoring import WORD, scores
from headwater.intake.reading.language.varieties import variety

Span = tuple[int, int]

_SWITCH = 1.2  # points a sentence must have for its own language to leave its neighbours'
_LEAST, _LEAD = 0.4, 1.2
_LOOKED_AT = 1500
_VARIED = 40_000  # characters in which the words of a variety are looked for


class Stretch(NamedTuple):
    """Sentences in one language, side by side.

    Attributes:
        start: First character.
        end: One past the last.
        language: ISO 639-1 code (`cnr` Montenegrin, `ckb` Sorani, `ku` Kurmanji), or empty.
    """

    start: int
    end: int
    language: str


def identify(text: str) -> str:
    """The code of the language most of the beginning of a text is in, or empty.

    Serbian, Croatian, Bosnian and Montenegrin are told apart by a few words only; where none of
    them stands in the text it is given as `sr`.
    """
    seen = text[:_LOOKED_AT]
    lines = [line for line in seen.splitlines() if line.strip()]
    totals: dict[str, float] = {}
    for line in lines:
        for language, points in scores(line)[0].items():
            totals[language] = totals.get(language, 0) + points
    return _named(_best(totals), seen)


def stretches(text: str, sentences: Sequence[Span]) -> list[Stretch]:
    """The stretches of a text, which together are all of it but the blanks at its end.

    A sentence is in the language its words and letters speak for; where they say little, in that of
    the sentences beside it (the best path through all sentences, Viterbi 1967).

    Args:
        text: The text.
        sentences: Spans of its sentences, in order.
    """
    if not sentences:
        return [Stretch(0, 0, "")]
    read = [scores(text[slice(*span)]) for span in sentences]
    path = [
        language if language in possible else ""  # whatever stands beside it
        for language, (_, possible) in zip(_path(read), read, strict=True)
    ]
    varied = text[:_VARIED]
    whole = variety(_words(varied)) if {"sh", "sr"} & set(path) else ""
    runs = list(_runs(text, sentences, list(zip(path, read, strict=True)), whole))
    joined = [list(run) for _, run in groupby(runs, key=lambda each: each.language)]
    begins = [0, *(run[0].start for run in joined[1:])]
    ends = [*begins[1:], sentences[-1][1]]
    return [
        Stretch(begin, end, run[0].language)
        for begin, end, run in zip(begins, ends, joined, strict=True)
    ]


def most_of(parts: Sequence[Stretch]) -> str:
    """The language of most characters; empty only where no part has one."""
    lengths: dict[str, int] = {}
    for part in parts:
        if part.language:
            lengths[part.language] = lengths.get(part.language, 0) + part.end - part.start
    return max(lengths, key=lambda each: lengths[each]) if lengths else ""


def _runs(
    text: str,
    sentences: Sequence[Span],
    path: Sequence[tuple[str, tuple[Mapping[str, float], frozenset[str]]]],
    whole: str,
) -> Iterator[Stretch]:
    at = 0
    for language, run in groupby(path, key=lambda each: each[0]):
        own = list(run)
        spans = sentences[at : at + len(own)]
        at += len(own)
        totals: dict[str, float] = {}
        for _, (points, _) in own:
            for each, gain in points.items():
                totals[each] = totals.get(each, 0) + gain
        if language not in ("sh", "sr"):
            name = _named(_best(totals) and language, "")
            yield Stretch(spans[0][0], spans[-1][1], name)
        elif _best(totals):
            yield from _varied(text, spans, whole)
        else:
            yield Stretch(spans[0][0], spans[-1][1], "")


def _varied(text: str, spans: Sequence[Span], whole: str) -> Iterator[Stretch]:
    """A run in Serbian or one of its sisters, each paragraph in the one it speaks for."""
    paragraphs: list[list[Span]] = []
    for span in spans:
        if paragraphs and "\n\n" not in text[paragraphs[-1][-1][1] : span[0]]:
            paragraphs[-1].append(span)
        else:
            paragraphs.append([span])
    for own in paragraphs:
        start, end = own[0][0], own[-1][1]
        said = variety(_words(text[start:end]), whole) if len(paragraphs) > 1 else whole
        yield Stretch(start, end, said)


def _words(text: str) -> Iterator[str]:
    return map(str.lower, WORD.findall(text))


def _path(read: Sequence[tuple[Mapping[str, float], frozenset[str]]]) -> list[str]:
    """The language of each sentence, on the best path through all of them."""
    if len(read) == 1:
        return [max(sorted(read[0][0]), key=lambda each: read[0][0][each], default="")]
    agreed = _agreed(read)
    if agreed:
        return [agreed] * len(read)
    languages = sorted(set(chain.from_iterable(points for points, _ in read))) or [""]
    best = dict.fromkeys(languages, 0.0)
    back: list[dict[str, str]] = []
    for points, possible in read:
        top = max(languages, key=lambda each: best[each])
        came, now = {}, {}
        for language in languages:
            stays = best[language] >= best[top] - _SWITCH
            came[language] = language if stays else top
            before = best[language] if stays else best[top] - _SWITCH
            fits = language in possible
            now[language] = before + (points.get(language, 0.0) if fits else -_SWITCH)
        best = now
        back.append(came)
    path = [max(languages, key=lambda each: best[each])]
    for came in reversed(back[1:]):
        path.append(came[path[-1]])
    return path[::-1]


def _agreed(read: Sequence[tuple[Mapping[str, float], frozenset[str]]]) -> str:
    """The language with most points in all, where no path can gain by leaving it; or empty.

    What a path could gain is at most what the language lacks to the best one of each sentence; to
    leave it costs more.
    """
    totals: dict[str, float] = {}
    for points, _ in read:
        for language, gain in points.items():
            totals[language] = totals.get(language, 0.0) + gain
    first, second, *_ = *sorted(totals.values(), reverse=True)[:2], 0.0, 0.0
    if first <= second:
        return ""
    agreed = next(language for language, total in totals.items() if total == first)
    lacked = 0.0
    for points, possible in read:
        if points:
            own = points.get(agreed, 0.0) if agreed in possible else -_SWITCH
            lacked += max(points.values()) - own
    return agreed if lacked < _SWITCH else ""


def _best(totals: Mapping[str, float]) -> str:
    """The language with most points, or empty where it has few or another has nearly as many."""
    if not totals:
        return ""
    first, *rest = sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))
    second = rest[0][1] if rest else 0.0
    return first[0] if first[1] >= _LEAST and first[1] >= _LEAD * second else ""


def _named(language: str, text: str) -> str:
    if language.startswith("other"):
        return ""
    return variety(_words(text)) if language in ("sh", "sr") else language
