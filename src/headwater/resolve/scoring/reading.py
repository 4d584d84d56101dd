"""Reading a model from its text."""

from collections import defaultdict

from headwater.model import Refused
from headwater.resolve.scoring.calibration import Calibration
from headwater.resolve.scoring.frequency import Shares
from headwater.resolve.scoring.model import FIRST_LINE, Model, Table, sealed
from headwater.resolve.scoring.name_shapes import BANDS, SHAPES

Lines = dict[str, list[list[str]]]


def read_model(text: str) -> Model:
    """The model that a text, as `Model.text` gives it, stands for.

    Raises:
        Refused: If the text is no model, or was changed after it was written.
    """
    body, _, seal = text.rstrip("\n").rpartition("\n")
    body += "\n"
    if body.startswith(FIRST_LINE + "\n") and seal == sealed(body):
        lines: Lines = defaultdict(list)
        for line in body.splitlines()[1:]:
            word, *rest = line.split("\t")
            lines[word].append(rest)
        model = _model(lines)
        if len(model.shapes.same) == len(SHAPES) * (len(BANDS) + 1):
            return model
    raise Refused(
        "The scoring model was not read.",
        why="It is no model of this version, or it was changed after it was written.",
        do="Fit the model anew, or restore the file.",
    )


def _model(lines: Lines) -> Model:
    shares: dict[str, dict[int, float]] = defaultdict(dict)
    for key, value, share in lines["share"]:
        shares[key][int(value, 16)] = float(share)
    (size,), (shapes,) = lines["size"], lines["shape"]
    return Model(
        records=int(size[0]),
        matches=float(size[1]),
        fields={key: Table(_floats(same), _floats(other)) for key, same, other in lines["field"]},
        names={key: Table(_floats(same), _floats(other)) for key, same, other in lines["name"]},
        shapes=Table(_floats(shapes[1]), _floats(shapes[2])),
        frequencies={key: Shares(int(held), shares[key]) for key, held in lines["held"]},
        calibration={
            key: Calibration(float(offset), float(slope), _whole(checked), _whole(matches))
            for key, offset, slope, checked, matches in lines["calibration"]
        },
        header={key: text for key, text in lines["header"]},
    )


def _floats(text: str) -> tuple[float, ...]:
    return tuple(map(float, text.split()))


def _whole(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split()))
