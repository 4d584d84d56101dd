"""Label schemes: spans as one label a token, and back.

Files use IOB2 (B- begins, I- goes on); the model tells last and single tokens apart too (BILOU).
"""

from collections.abc import Iterable, Iterator, Sequence

OUTSIDE = "O"

Span = tuple[int, int, str]
"""First word, one past the last, kind (PER, LOC, ORG), within a sentence."""


def spans(labels: Sequence[str]) -> Iterator[Span]:
    """Every span; forgiving about broken sequences."""
    start, kind = -1, ""
    for at, label in enumerate([*labels, OUTSIDE]):
        if start >= 0 and (label[0] in "OBU" or label[2:] != kind):
            yield start, at, kind
            start = -1
        if start < 0 and label != OUTSIDE:
            start, kind = at, label[2:]
        if start >= 0 and label[0] in "LU":
            yield start, at + 1, kind
            start = -1


def bilou(labels: Sequence[str]) -> list[str]:
    """IOB2 labels as BILOU ones."""
    marked = list(labels)
    for start, end, kind in spans(labels):
        if end - start == 1:
            marked[start] = f"U-{kind}"
        else:
            marked[end - 1] = f"L-{kind}"
    return marked


def iob2(found: Iterable[Span], size: int) -> list[str]:
    """Spans of a sentence of that many tokens as IOB2 labels."""
    plain = [OUTSIDE] * size
    for start, end, kind in found:
        plain[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return plain


def follows(before: str, after: str) -> bool:
    """Whether one BILOU label may stand after another."""
    if before[0] in "BI":
        return after[0] in "IL" and before[2:] == after[2:]
    return after[0] in "OBU"
