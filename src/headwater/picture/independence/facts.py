"""Facts: what a sentence states in numbers, dates, names, places and identifiers, in any language.

Places, dates and identifiers come from the statements, which were read in each language; numbers,
numeric dates and names come from the words themselves, so that what no statement holds counts too.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture.independence.skeleton import skeleton
from headwater.picture.independence.texts import Codes, Texts, distinct, whole, words_of


class Kind(IntEnum):
    """What kind of fact it is."""

    NUMBER = 0
    NAME = 1
    PLACE = 2
    DATE = 3
    IDENTIFIER = 4


Kinds: TypeAlias = npt.NDArray[np.int64]

_STATED = {
    ("Place", "name"): Kind.PLACE,
    ("Person", "phone"): Kind.IDENTIFIER,
    ("LegalEntity", "phone"): Kind.IDENTIFIER,
    ("Vehicle", "registrationNumber"): Kind.IDENTIFIER,
    ("UserAccount", "username"): Kind.IDENTIFIER,
}
_DATES = ("date", "period")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
# Digits that are no number of anything: dates, and what is as long as a phone number.
_NO_NUMBER = (
    r"\d{1,2}[./-] ?\d{1,2}[./-] ?\d{4}|\d{4}-\d\d-\d\d|\d{1,2}\.? \p{L}+,? \d{4}"
    r"|\+?\d[\d /-]{6,}\d"
)
_LONGEST_NUMBER = 7
_SHORTEST_NAME = 3
_SHORTEST_SKELETON = 2


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """The facts of texts, each once a sentence.

    Attributes:
        sentence: For each row its sentence, ascending.
        fact: For each row the place of the fact in `words`.
        words: The distinct facts.
        kind: The kind of each distinct fact.
        days: For each report the ISO date by which it stands in time, or empty.
        known: For each report its date of information as a fact, or -1.
    """

    sentence: Codes
    fact: Codes
    words: list[str]
    kind: Kinds
    days: list[str]
    known: Codes


class _Numbering:
    """Gives every distinct fact a number."""

    def __init__(self) -> None:
        self.at: dict[tuple[Kind, str], int] = {}

    def __call__(self, kind: Kind, word: str) -> int:
        return self.at.setdefault((kind, word), len(self.at))


def read_facts(texts: Texts, scan: pa.Table) -> Facts:
    """The facts of these texts.

    Args:
        texts: The texts.
        scan: Their statements, as a store's scan gives them.
    """
    numbering = _Numbering()
    spans = (texts.reports[name].to_pylist() for name in ("information_from", "information_to"))
    known = [
        numbering(Kind.DATE, day) if day and day == last else -1
        for day, last in zip(*spans, strict=True)
    ]
    parts = [
        _of_forms(texts, numbering),
        _of_numbers(texts, numbering),
        _of_statements(texts, scan, numbering),
    ]
    sentence = np.concatenate([part[0] for part in parts])
    fact = np.concatenate([part[1] for part in parts])
    n = max(1, len(numbering.at))
    both = distinct(sentence * n + fact)
    words = [word for _, word in numbering.at]
    kind = np.array([kind for kind, _ in numbering.at], dtype=np.int64)
    days = _days(texts, both // n, both % n, words, kind)
    return Facts(both // n, both % n, words, kind, days, np.array(known, dtype=np.int64))


def _of_forms(texts: Texts, numbering: _Numbering) -> tuple[Codes, Codes]:
    """Names and numeric dates, told from the distinct forms."""
    of_form = np.full(len(texts.forms), -1, dtype=np.int64)
    for place, form in enumerate(texts.forms):
        date = _DATE.search(form)
        if date:
            of_form[place] = numbering(Kind.DATE, _iso(date))
            continue
        bare = form.strip("\"'„“”«»()[].,:;!?-–")
        if len(bare) >= _SHORTEST_NAME and bare[0].isupper() and bare[0].isalpha():
            left = skeleton(bare)
            if len(left) >= _SHORTEST_SKELETON:
                of_form[place] = numbering(Kind.NAME, left)
    found = of_form[texts.word]
    return texts.sentence[found >= 0], found[found >= 0]


def _iso(date: re.Match[str]) -> str:
    year, month, day, day_first, month_then, year_last = date.groups()
    if year:
        return f"{year}-{month}-{day}"
    return f"{year_last}-{int(month_then):02d}-{int(day_first):02d}"


def _of_numbers(texts: Texts, numbering: _Numbering) -> tuple[Codes, Codes]:
    bare = pc.replace_substring_regex(texts.sentences, _NO_NUMBER, " ")
    bare = pc.replace_substring_regex(bare, r"(\d)[ \x{a0}.,](\d{3})\b", r"\1\2")
    split = pc.utf8_split_whitespace(
        pc.utf8_trim_whitespace(pc.replace_substring_regex(bare, r"[^0-9]+", " "))
    )
    coded = pc.list_flatten(split).dictionary_encode()
    of_form = np.array(
        [
            numbering(Kind.NUMBER, form) if 0 < len(form) <= _LONGEST_NUMBER else -1
            for form in coded.dictionary.to_pylist()
        ],
        dtype=np.int64,
    )
    sentence = np.repeat(np.arange(len(split)), whole(pc.list_value_length(split)))
    found = of_form[whole(coded.indices)] if of_form.size else sentence
    return sentence[found >= 0], found[found >= 0]


def _of_statements(texts: Texts, scan: pa.Table, numbering: _Numbering) -> tuple[Codes, Codes]:
    """Places, dates and identifiers that were read; rejected statements do not count."""
    kinds = _kinds(scan)
    wanted = np.flatnonzero(kinds >= 0)
    rows = scan.select(["urn", "item", "entity", "value", "start"]).take(pa.array(wanted))
    report = pc.index_in(words_of(rows["urn"]), value_set=texts.urns)
    here = pc.is_valid(report)
    rows, kinds = rows.filter(here), kinds[wanted][here.to_numpy(zero_copy_only=False)]
    place = pa.array(kinds == Kind.PLACE)
    said = pc.if_else(place, words_of(rows["entity"]), words_of(rows["value"]))
    coded = pc.utf8_ltrim(said, "@").dictionary_encode()
    forms, codes = coded.dictionary.to_pylist(), whole(coded.indices)
    pairs, which = np.unique(codes * len(Kind) + kinds, return_inverse=True)
    numbers = np.array(
        [numbering(Kind(int(p) % len(Kind)), forms[int(p) // len(Kind)]) for p in pairs], np.int64
    )
    sentence = _sentence_at(texts, whole(report.filter(here)), rows)
    return sentence, numbers[which] if pairs.size else which.astype(np.int64)


def _kinds(scan: pa.Table) -> Kinds:
    """The kind of fact that each statement gives, or -1."""
    schema, prop, status = (_coded(scan[name]) for name in ("schema", "property", "status"))
    table = np.full((max(1, len(schema.dictionary)), max(1, len(prop.dictionary))), -1)
    for i, one in enumerate(schema.dictionary.to_pylist()):
        for j, other in enumerate(prop.dictionary.to_pylist()):
            table[i, j] = Kind.DATE if other in _DATES else _STATED.get((one, other), -1)
    found = table[whole(schema.indices), whole(prop.indices)]
    rejected = [i for i, one in enumerate(status.dictionary.to_pylist()) if one == "rejected"]
    return np.where(np.isin(whole(status.indices), rejected), -1, found)


def _coded(column: pa.ChunkedArray) -> pa.DictionaryArray:
    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    if not coded.num_chunks:
        return pa.array([], pa.string()).dictionary_encode()
    return coded.unify_dictionaries().combine_chunks()


def _sentence_at(texts: Texts, report: Codes, rows: pa.Table) -> Codes:
    """The sentence in which each statement stands."""
    item, start = whole(rows["item"]), whole(rows["start"])
    items = max(int(texts.item.max(initial=0)), int(item.max(initial=0))) + 1
    long = max(int(texts.start.max(initial=0)), int(start.max(initial=0))) + 1
    at = (texts.report * items + texts.item) * long + texts.start
    return np.maximum(np.searchsorted(at, (report * items + item) * long + start, "right") - 1, 0)


def _days(texts: Texts, sentence: Codes, fact: Codes, words: list[str], kind: Kinds) -> list[str]:
    """The date of the record; without one, the last date that the text names."""
    days: list[str] = texts.reports["record_date"].to_pylist()
    missing = {place for place, day in enumerate(days) if not day}
    dated = kind[fact] == Kind.DATE if fact.size else fact > 0
    pairs = zip(texts.report[sentence[dated]].tolist(), fact[dated].tolist(), strict=True)
    for report, one in pairs:
        if report in missing:
            days[report] = max(days[report] or "", words[one])
    return [day or "" for day in days]


def numbered(days: list[str]) -> Mapping[str, int]:
    """The place of each day in time."""
    return {day: place for place, day in enumerate(sorted(set(days)))}
