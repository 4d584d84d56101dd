import pyarrow as pa
import pytest

from headwater.analysis.grades import is_weak


@pytest.mark.parametrize(
    ("grade", "weak"),
    [
        *(("1A", False), ("1C", False), ("1D", True), ("1E", True), ("2A", True), ("3B", True)),
        *(("", False), ("admiralty A1", False), ("admiralty F6", True), ("4x4 X4", True)),
    ],
)
def test_which_grades_are_weak(grade, weak):
    assert is_weak(pa.chunked_array([[grade]])).to_pylist() == [weak]
