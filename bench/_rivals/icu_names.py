"""ICU romanisation with Jaro-Winkler, run by bench/names.py in an environment of its own."""

# mypy: ignore-errors
# Its imports are there only in the environment that bench/names.py makes.

import sys
from functools import cache
from pathlib import Path

from icu import Transliterator
from rapidfuzz.distance import JaroWinkler

ROMANISE = Transliterator.createInstance("Any-Latin; Latin-ASCII")


@cache
def romanised(name: str) -> str:
    """A name in plain Latin small letters."""
    return ROMANISE.transliterate(name).lower()


def main() -> None:
    """Print the similarity of each pair of a tab-separated file, a line a pair."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    for line in lines:
        left, right = line.split("\t")
        print(JaroWinkler.similarity(romanised(left), romanised(right)))


if __name__ == "__main__":
    main()
