"""Compiled functions: plain loops over arrays, turned into machine code where they are called."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

_Function = TypeVar("_Function", bound=Callable[..., Any])


def compiled(function: _Function) -> _Function:
    """The same function as machine code, compiled at its first call and kept on disk.

    It may use arrays, numbers and other compiled functions, nothing else of Python. Sums keep their
    written order, so that results do not vary between runs. numba is heavy: a module that uses this
    is imported inside the functions that need it. What is kept on disk is renewed when the file of
    the function changes, not when a function that it calls in another file does: keep a compiled
    function and those it calls in one file, or clear `__pycache__`.
    """
    return cast(_Function, numba.njit(cache=True, nogil=True)(function))
