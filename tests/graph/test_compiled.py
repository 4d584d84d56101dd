import subprocess
import sys

import numpy as np

from headwater.graph.compiled import compiled


@compiled
def _squares(values):
    total = 0
    for value in values:
        total += value * value
    return total


def test_a_compiled_function_gives_what_the_plain_one_gives():
    values = np.arange(1000, dtype=np.int64)
    assert _squares(values) == _squares.py_func(values) == 332833500


def test_the_front_door_of_graph_does_not_load_the_compiler():
    code = "import sys, headwater.graph; sys.exit('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
