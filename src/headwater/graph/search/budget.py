"""Time and steps that a search may still use."""

import math
import time


class Budget:
    """Time and steps that a search may still use; the clock starts when it is made."""

    def __init__(self, seconds: float, steps: int | None) -> None:
        self._begin = time.perf_counter()
        self._seconds = seconds
        self._steps = steps
        self._used = 0

    def spent(self) -> bool:
        """Whether nothing is left."""
        late = time.perf_counter() - self._begin >= self._seconds
        return late or (self._steps is not None and self._used >= self._steps)

    def use(self, steps: int) -> None:
        """Count steps that were made."""
        self._used += steps

    def stretched(self, steps: int) -> int:
        """So many steps; or all that are left, where another round twice as long would not fit."""
        left = math.inf if self._steps is None else self._steps - self._used
        if self._used:
            gone = time.perf_counter() - self._begin
            left = min(left, self._used * (self._seconds / gone - 1))
        return steps if left >= 3 * steps else max(1, int(left))
