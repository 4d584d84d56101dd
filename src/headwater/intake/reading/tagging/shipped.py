"""The model that is shipped: one file of arrays beside the code, under a licence of its own.

The arrays are plain numbers (`numpy.load` without pickles): reading a model runs nothing.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from headwater.intake.reading.tagging.tagger import Tagger

MODEL = "names-sh.npz"
_PACKAGE = Path(__file__).parents[3]
# In a wheel the folder of models lies within the package, in a checkout beside `src`.
_FOLDERS = (_PACKAGE / "models", _PACKAGE.parents[1] / "models")


@cache
def shipped_tagger() -> Tagger | None:
    """The tagger for Serbian, Croatian, Bosnian and Montenegrin, or None without its model."""
    file = next((each / MODEL for each in _FOLDERS if (each / MODEL).is_file()), None)
    return read_tagger(file) if file else None


def read_tagger(file: Path) -> Tagger:
    """The tagger of a model file."""
    with np.load(file, allow_pickle=False) as arrays:
        return Tagger({name: arrays[name] for name in arrays.files})


def write_model(file: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write the arrays of a model."""
    with file.open("wb") as out:
        np.savez_compressed(out, allow_pickle=False, **arrays)
