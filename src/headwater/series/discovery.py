"""Which of many hypotheses to call, so that few of the calls are false."""

import numpy as np
from numpy.typing import NDArray


def e_bh(log_e: NDArray[np.float64], level: float) -> NDArray[np.bool_]:
    """The e-BH procedure: what is called, at an expected share of false calls of at most `level`.

    It holds whatever the hypotheses have to do with each other (Wang and Ramdas 2022).

    Args:
        log_e: Natural logarithm of one e-value a hypothesis.
        level: The expected share of false calls allowed, above 0.
    """
    count = log_e.size
    order = np.argsort(-log_e, kind="stable")
    needed = np.log(count / (level * np.arange(1, count + 1)))
    enough = np.flatnonzero(log_e[order] >= needed)
    called = np.zeros(count, dtype=np.bool_)
    if enough.size:
        called[order[: enough[-1] + 1]] = True
    return called
