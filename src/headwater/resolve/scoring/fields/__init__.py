"""Fields: how the values of each kind of field are brought to one form and compared."""

from headwater.resolve.scoring.fields.kinds import (
    LEVELS,
    SCORED,
    START,
    Chances,
    levels,
    normal,
    unseen_share,
)

__all__ = ["LEVELS", "SCORED", "START", "Chances", "levels", "normal", "unseen_share"]
