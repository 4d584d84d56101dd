"""Texts: reports, their sentences and their words, as columns of whole numbers."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Codes: TypeAlias = npt.NDArray[np.int64]

_ROWS = ("table", "ftm", "decision")  # formats whose items are rows, not sentences
_MARK = "\x1e"
# One blank becomes one mark, so that every letter stays where it was.
_SENTENCE_END = r"([.!?;])\s(\p{Lu})"


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Reports in words; everything names a report by its place in `reports`.

    Attributes:
        reports: Columns urn, originator, record_date, information_from.
        urns: Column urn of `reports`.
        sentences: Their sentences.
        report: For each sentence its report.
        item: For each sentence its item number.
        start: For each sentence the place of its first letter in the text of the item.
        sentence: For each word its sentence, ascending.
        word: For each word the place of its form in `forms`.
        forms: The distinct forms, as written.
        languages: For each report the language of most of its items, or empty.
    """

    reports: pa.Table
    urns: pa.StringArray
    sentences: pa.StringArray
    report: Codes
    item: Codes
    start: Codes
    sentence: Codes
    word: Codes
    forms: list[str]
    languages: list[str]


def read_texts(reports: pa.Table, items: pa.Table) -> Texts:
    """The texts of these reports; those that are tables are left out.

    Args:
        reports: Columns urn, originator, record_date, information_from, information_to,
            dates_assumed, format.
        items: Columns urn, item, text, language.
    """
    told = reports.filter(pc.invert(pc.is_in(reports["format"], value_set=pa.array(_ROWS))))
    told = told.take(pc.sort_indices(told["urn"]))
    urns = words_of(told["urn"])
    place = pc.index_in(words_of(items["urn"]), value_set=urns)
    kept = pc.is_valid(place)
    report = whole(place.filter(kept))
    order = np.lexsort((whole(items["item"].filter(kept)), report))
    report = report[order]
    rows = items.select(["item", "text", "language"]).filter(kept).take(pa.array(order))
    marked = pc.replace_substring_regex(words_of(rows["text"]), _SENTENCE_END, rf"\1{_MARK}\2")
    cut = pc.split_pattern(pc.replace_substring(marked, "\n", _MARK), _MARK)
    sentences = pc.list_flatten(cut)
    counts = whole(pc.list_value_length(cut))
    of_item = np.repeat(np.arange(counts.size), counts)
    begin = np.cumsum(whole(pc.utf8_length(sentences)) + 1)
    begin = np.concatenate([[0], begin[:-1]])
    split = pc.utf8_split_whitespace(pc.utf8_trim_whitespace(sentences))
    coded = pc.list_flatten(split).dictionary_encode()
    return Texts(
        reports=told,
        urns=urns,
        sentences=sentences,
        report=report[of_item],
        item=whole(rows["item"])[of_item],
        start=begin - begin[(np.cumsum(counts) - counts)[of_item]],
        sentence=np.repeat(np.arange(len(split)), whole(pc.list_value_length(split))),
        word=whole(coded.indices),
        forms=coded.dictionary.to_pylist(),
        languages=_languages(report, words_of(rows["language"]).to_pylist(), len(urns)),
    )


def _languages(report: Codes, spoken: list[str], reports: int) -> list[str]:
    found = [""] * reports
    for place, language in zip(report.tolist(), spoken, strict=True):
        found[place] = found[place] or language
    return found


def words_of(column: pa.ChunkedArray | pa.Array) -> pa.StringArray:
    """A column of words as one plain array."""
    plain = pc.cast(column, pa.string())
    return plain.combine_chunks() if isinstance(plain, pa.ChunkedArray) else plain


def whole(column: pa.ChunkedArray | pa.Array) -> Codes:
    """A column of whole numbers as an array."""
    numbers: Codes = (
        column.to_numpy(zero_copy_only=False).astype(np.int64)
        if isinstance(column, pa.Array)
        else column.to_numpy().astype(np.int64)
    )
    return numbers


def distinct(numbers: Codes) -> Codes:
    """The distinct numbers, ascending; sorting beats hashing where most are distinct."""
    held = np.sort(numbers)
    return held[np.r_[True, held[1:] != held[:-1]]] if held.size else held
