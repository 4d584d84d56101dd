"""Votes: what a document's other mentions of a word were taken for.

A name is often clear in one place only ("predsednik Kosova Fatmir Sejdiju ... Sejdiju je"): what a
first reading made of the word elsewhere in the document is a trait in the second.
"""

from collections import Counter
from collections.abc import Sequence

from headwater.intake.reading.tagging.letters import folded, latin, stem

_KINDS = ("PER", "LOC", "ORG")
_SEVERAL = 2
_SHORTEST = 2


def word_key(written: str) -> str:
    """What makes two mentions one word: the stem of a capitalised word; empty for others."""
    if not written[:1].isupper():
        return ""
    plain = folded(latin(written))
    return stem(plain) if len(plain) >= _SHORTEST else ""


def votes(words: Sequence[str], labels: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Traits of the words that stand elsewhere in the document too, by their place in it."""
    keys = [word_key(each) for each in words]
    counts: dict[str, Counter[str]] = {}
    for key, label in zip(keys, labels, strict=True):
        if key:
            counts.setdefault(key, Counter())[label] += 1
    said = {}
    for at, (key, label) in enumerate(zip(keys, labels, strict=True)):
        if key and counts[key].total() > 1:
            others = counts[key].copy()
            others[label] -= 1
            said[at] = _said(others)
    return said


def _said(others: Counter[str]) -> tuple[str, ...]:
    kinds = Counter[str]()
    for label, count in others.items():
        kinds[label[2:] or "O"] += count
    total = kinds.total()
    kind, most = max(sorted(kinds.items()), key=lambda each: each[1])
    sure = "=" if most == total and total > _SEVERAL else "-" if most == total else "~"
    place, _ = max(sorted(others.items()), key=lambda each: each[1])
    return (
        f"v{sure}{kind}",
        f"v:{place}",
        *(f"v+{each}" for each in _KINDS if kinds[each] > 0),
    )
