"""A declared reading of grades: which ones count as weak. Grades themselves stay categories."""

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import parse_grade, possible_3x5x2

WEAK = "source untested or not reliable (2, 3), or information of unknown or doubted origin (D, E)"
"""What the reading calls weak, in words for a caveat."""


def is_weak(grades: pa.ChunkedArray) -> pa.ChunkedArray:
    """Whether each grade, as text, is weak; a foreign one is if it may stand for a weak one.

    No grade at all is not weak: nothing is known against it.
    """
    words = pc.cast(grades, pa.string())
    weak = [word for word in pc.unique(words).to_pylist() if word and _weak(word)]
    return pc.is_in(words, value_set=pa.array(weak, pa.string()))


def _weak(text: str) -> bool:
    readings = possible_3x5x2(parse_grade(text))
    return any(grade.source in "23" or grade.information in "DE" for grade in readings)
