"""Corpus: annotated texts in IOB2, document by document.

Columns are separated by tabs: number, token, label. Lines that begin with "# " are comments;
"# newdoc" begins a document. Labels other than persons, places and organisations count as none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from headwater.intake.reading.tagging.schemes import OUTSIDE

KINDS = ("PER", "LOC", "ORG")
_NUMBER = re.compile(r"(\d+)\s*$")


@dataclass
class Document:
    """One text: its sentences as (token, label) pairs, and its number in the collection."""

    number: int = 0
    sentences: list[list[tuple[str, str]]] = field(default_factory=list)

    def tokens(self) -> list[list[str]]:
        """The words alone."""
        return [[token for token, _ in sentence] for sentence in self.sentences]

    def labels(self) -> list[list[str]]:
        """The labels alone."""
        return [[label for _, label in sentence] for sentence in self.sentences]

    def lower(self) -> "Document":
        """The same in small letters."""
        small = [[(word.lower(), label) for word, label in line] for line in self.sentences]
        return Document(self.number, small)


def documents(file: Path) -> Iterator[Document]:
    """The documents of a file that have sentences; one without "# newdoc" is one document."""
    current, sentence = Document(), list[tuple[str, str]]()
    with file.open(encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            if line.startswith("# ") and "\t" not in line:
                if line.startswith("# newdoc"):
                    if current.sentences:
                        yield current
                    current = Document(_number(line))
            elif line.strip():
                sentence.append(_token(line))
            elif sentence:
                current.sentences.append(sentence)
                sentence = []
    if current.sentences:
        yield current


def _number(line: str) -> int:
    found = _NUMBER.search(line)
    return int(found[1]) if found else 0


def _token(line: str) -> tuple[str, str]:
    _, token, label, *_ = line.rstrip("\n").split("\t")
    return token, label if label[2:] in KINDS else OUTSIDE
