"""Trees: weighing evidence by yes-or-no questions, many small answers added up.

Boosted trees that ask the same question on all branches of one depth (Friedman, Annals of
Statistics 29, 2001; Kohavi and Li, IJCAI 1995, for trees of this form), so that the answers of a
tree are a number that says which leaf it is (at most eight questions).
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]


class Tree(NamedTuple):
    """One tree.

    Attributes:
        columns: The column that each question asks about.
        above: The number that it asks whether the column is above.
        leaves: Log odds to add, by the answers: the first question is the lowest bit.
    """

    columns: tuple[int, ...]
    above: tuple[float, ...]
    leaves: Numbers

    def leaf(self, table: Numbers) -> npt.NDArray[np.uint8]:
        """The leaf of each row."""
        found = np.zeros(len(table), dtype=np.uint8)
        for bit, (column, above) in enumerate(zip(self.columns, self.above, strict=True)):
            found |= (table[:, column] > above).astype(np.uint8) << np.uint8(bit)
        return found


class Trees(NamedTuple):
    """Trees whose answers are added up.

    Attributes:
        start: Natural log of the odds before any question is asked.
        trees: The trees.
    """

    start: float
    trees: tuple[Tree, ...]

    def odds(self, table: Numbers) -> Numbers:
        """Natural log of the odds of each row of evidence."""
        # Column by column in memory: each question reads one column.
        columns = np.asfortranarray(table)
        odds = np.full(len(table), self.start)
        for tree in self.trees:
            odds += tree.leaves[tree.leaf(columns)]
        return odds
