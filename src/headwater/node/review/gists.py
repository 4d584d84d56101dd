"""Gists: what a machine makes of the sentences of the queue, beside the originals."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headwater.resolve import review


def with_gists(
    entries: "Sequence[review.QueueEntry]", *, program: str = "apertium"
) -> "tuple[list[review.QueueEntry], tuple[str, ...]]":
    """The entries with a machine gist beside each sentence, and notes on what has none.

    Args:
        entries: Entries with their sources.
        program: The Apertium to run.
    """
    from headwater.intake import gists

    notes: dict[str, None] = {}

    @cache
    def gist(sentence: str) -> str:
        found = gists(sentence.replace(">>", "").replace("<<", ""), program=program)
        if found.note:
            notes[found.note] = None
        return " ".join(f"{one.text} ({one.pair})" for one in found.sentences)

    shown = [
        replace(
            entry,
            sources=tuple(one._replace(gist=gist(one.sentence)) for one in entry.sources),
        )
        for entry in entries
    ]
    return shown, tuple(notes)
