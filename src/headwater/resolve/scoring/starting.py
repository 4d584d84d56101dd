"""Starting model: what is known before any data; the shipped default is fitted from here."""

from functools import cache
from importlib.resources import files

from headwater.resolve.scoring.calibration import Calibration
from headwater.resolve.scoring.evidence import STRATA
from headwater.resolve.scoring.fields import SCORED, START
from headwater.resolve.scoring.frequency import TOKEN, TOKENS, Shares
from headwater.resolve.scoring.model import CENTRES, Model, Table
from headwater.resolve.scoring.name_shapes import BANDS, SHAPES
from headwater.resolve.scoring.reading import read_model

_NAME_SAME = (
    0.004, 0.004, 0.006, 0.01, 0.01, 0.015, 0.015, 0.02, 0.03, 0.04,
    0.06, 0.09, 0.12, 0.14, 0.14, 0.13, 0.08, 0.05, 0.02, 0.016,
)  # fmt: skip
_MATCHES = 0.6
_ANY_SHAPE = (1 / len(SHAPES),) * (len(SHAPES) * (len(BANDS) + 1))
_RECORDS = 10_000


@cache
def starting_model() -> Model:
    """A model from judgement alone: name bits are taken at their word, doubtful below zero."""
    return Model(
        records=_RECORDS,
        matches=_MATCHES,
        fields={name: Table(START[name].same, START[name].other) for name in SCORED},
        names=dict.fromkeys(STRATA, _name_table()),
        shapes=Table(_ANY_SHAPE, _ANY_SHAPE),
        frequencies={name: Shares(0, {}) for name in (*SCORED, TOKEN, TOKENS)},
        calibration=dict.fromkeys(STRATA, Calibration(0.0, 1.0)),
        header={"data": "none: judgement before any data"},
    )


def _name_table() -> Table:
    # An alias may look like nothing: letters alone never speak against with more than 8 bits.
    worth = [centre if centre >= 0 else max(centre / 3, -8.0) for centre in CENTRES]
    other = [same * 2**-bits for same, bits in zip(_NAME_SAME, worth, strict=True)]
    return Table(_NAME_SAME, tuple(chance / sum(other) for chance in other))


@cache
def shipped_model() -> Model:
    """The model that comes with the program: for look-ups and small tables.

    Fitted on people of the identity benchmark's development seeds; see its header.
    """
    return read_model(files(__package__).joinpath("shipped.tsv").read_text("utf-8"))
