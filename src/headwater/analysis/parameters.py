"""Parameters and columns that many methods declare, each worded once."""

from headwater.analysis.grades import WEAK
from headwater.model import Output, Parameter

LAYERS = Parameter("layers", "text", "", "Layers of ties to use, with commas between; empty: all.")
INCLUDE_PROPOSED = Parameter(
    "include_proposed", "flag", False, "Also use statements nobody has accepted."
)
ACCEPTED_ONLY = Parameter("accepted_only", "flag", False, "Leave out what nobody has accepted.")
DROP_WEAK = Parameter("drop_weak", "flag", False, f"Leave out weak grades: {WEAK}.")

POLITICAL = Parameter("political", "flag", True, "Count claims that are put as a politician's.")
GROUPS = Parameter("groups", "int", 2, "Independent groups that a figure of our own needs.", 1, 999)

TIES = (LAYERS, INCLUDE_PROPOSED, DROP_WEAK)
"""Which ties, roles and functions of people a method reads."""

ID = Output("id", "text", "Id of the person.")
NAME = Output("name", "text", "Name to show.")
STATEMENTS = Output("statements", "count", "Statements behind the row.")


def seed(of: str) -> Parameter:
    """The seed of whatever a method draws; `of` says what, as "the worlds"."""
    return Parameter("seed", "int", 0, f"Seed of {of}.", low=0, high=2**31)


def top(of: str) -> Parameter:
    """How much is shown at most; `of` says of what, as "rows"."""
    return Parameter("top", "int", 0, f"Number of {of}; 0 gives all.", low=0, high=10_000_000)


def seconds(of: str, default: float = 30.0) -> Parameter:
    """A limit of time; `of` says for what, as "all of it together"."""
    return Parameter("seconds", "float", default, f"Time for {of}.", low=0.1, high=3600)


def number_of_draws(default: int, most: int) -> Parameter:
    """How often chance is drawn."""
    return Parameter("draws", "int", default, "Number of draws.", low=100, high=most)
