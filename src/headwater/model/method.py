"""Method: the declaration of an analysis: what it asks, takes, gives, costs and is not for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Unpack

from headwater.model.errors import WrongUse
from headwater.model.finding import Finding, Told

PARAMETER_KINDS = ("int", "float", "text", "flag", "choice", "date")
"""The types that a parameter may have; a form on a page is made from them. A date may be empty."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing a user may set.

    Attributes:
        name: Name as given to `--set name=value`.
        kind: One of `PARAMETER_KINDS`.
        default: Value where none is given.
        meaning: One sentence for the user.
        low: Smallest value allowed (int, float), or None.
        high: Largest value allowed, or None.
        choices: The values allowed (choice).
    """

    name: str
    kind: str
    default: Any
    meaning: str
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()

    def read(self, given: object) -> Any:  # noqa: ANN401 - its kind decides the type
        """Turn what was given, usually text, into a value of this parameter's kind.

        Raises:
            WrongUse: If it is not of the kind, or out of range.
        """
        try:
            value: Any = _READERS[self.kind](given)
        except ValueError as bad:
            raise self._refuse(given, _WANTED.get(self.kind, f"a {self.kind} is wanted")) from bad
        if self.kind == "choice" and value not in self.choices:
            raise self._refuse(given, f"one of {', '.join(self.choices)} is wanted")
        if self.low is not None and value < self.low:
            raise self._refuse(given, f"the least is {self.low:g}")
        if self.high is not None and value > self.high:
            raise self._refuse(given, f"the most is {self.high:g}")
        return value

    def _refuse(self, given: object, why: str) -> WrongUse:
        return WrongUse(
            f"{given!r} will not do for the parameter {self.name}",
            why=why,
            do=f"{self.meaning} Default: {self.default}",
        )


def _read_flag(given: object) -> bool:
    text = str(given).strip().lower()
    if text in ("true", "yes", "1", "on"):
        return True
    if text in ("false", "no", "0", "off"):
        return False
    raise ValueError(text)


def _read_text(given: object) -> str:
    return str(given)


def _read_int(given: object) -> int:
    return int(str(given))


def _read_float(given: object) -> float:
    value = float(str(given))
    if value != value:
        raise ValueError("not a number")
    return value


def _read_date(given: object) -> str:
    text = str(given).strip()
    return text and date.fromisoformat(text).isoformat()


_WANTED = {
    "int": "a whole number is wanted, in digits alone, as 60000 (not 60k or 60,000)",
    "float": "a number is wanted, in digits with a point, as 60000 or 0.3 (not 60k, 60,000 or 30%)",
    "date": "a day is wanted, as 2024-05-01",
}

_READERS = {
    "int": _read_int,
    "float": _read_float,
    "text": _read_text,
    "choice": _read_text,
    "flag": _read_flag,
    "date": _read_date,
}


@dataclass(frozen=True, slots=True)
class Output:
    """One column of a finding's rows: name, type in words, and meaning with its unit."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Method:
    """The declaration of one analysis in one version.

    Attributes:
        id: `package.name`, as `organisers.ranking`.
        version: Version of the method; a changed answer is a new version.
        question: The question it answers, as an officer would ask it.
        parameters: What may be set.
        outputs: The columns of its rows.
        inputs: Names of the plain files it can run on without a node (`links`, `people`...).
        cost: How its cost grows.
        not_for: What it must not be used for.
        reference: Paper, law or standard it follows; empty for plain counting.
        about_people: True where its rows are about single persons, so that rule 4 applies.
    """

    id: str
    version: str
    question: str
    parameters: tuple[Parameter, ...]
    outputs: tuple[Output, ...]
    inputs: tuple[str, ...]
    cost: str
    not_for: str
    reference: str = ""
    about_people: bool = False

    def settle(self, given: Mapping[str, object]) -> dict[str, Any]:
        """All parameters with their values: what was given, else the default.

        Raises:
            WrongUse: If a name is unknown or a value is not allowed.
        """
        known = {p.name: p for p in self.parameters}
        unknown = sorted(set(given) - set(known))
        if unknown:
            raise WrongUse(
                f"{self.id} has no parameter {unknown[0]!r}",
                do=f"its parameters are {', '.join(sorted(known)) or 'none'}",
            )
        return {
            name: p.read(given[name]) if name in given else p.default for name, p in known.items()
        }

    def found(
        self,
        picture: str,
        parameters: Mapping[str, Any],
        rows: Iterable[dict[str, Any]],
        **told: Unpack[Told],
    ) -> Finding:
        """What it found, under its name and version.

        Args:
            picture: Fingerprint of the picture it ran on.
            parameters: Every parameter with the value it ran with.
            rows: The answer, in the order of its outputs.
            told: What else the finding says: certificate, sensitivity, caveats, evidence.
        """
        return Finding(self.id, self.version, dict(parameters), picture, tuple(rows), **told)

    def as_dict(self) -> dict[str, Any]:
        """The declaration as JSON, in the shape of `headwater methods --json`."""
        parameters = [
            {
                "name": p.name,
                "kind": p.kind,
                "default": p.default,
                "meaning": p.meaning,
                "low": p.low,
                "high": p.high,
                "choices": list(p.choices),
            }
            for p in self.parameters
        ]
        outputs = [{"name": o.name, "kind": o.kind, "meaning": o.meaning} for o in self.outputs]
        return {
            "id": self.id,
            "version": self.version,
            "question": self.question,
            "parameters": parameters,
            "outputs": outputs,
            "inputs": list(self.inputs),
            "cost": self.cost,
            "not_for": self.not_for,
            "reference": self.reference,
        }
