"""Finding: the result of one method on one picture, with the evidence behind every row."""

from dataclasses import dataclass, field
from typing import Any, TypedDict


class Told(TypedDict, total=False):
    """What a finding says beside its rows; see the attributes of the same names."""

    certificate: dict[str, Any]
    sensitivity: dict[str, Any]
    caveats: tuple[str, ...]
    evidence: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Finding:
    """Rows of data, what they rest on, and how sure they are. Always an assessment, never a fact.

    Attributes:
        method: Id of the method.
        version: Its version.
        parameters: Every parameter with the value it ran with.
        picture: Fingerprint of the picture it ran on.
        rows: The answer, one mapping a row, in the order of the method's outputs.
        certificate: What is proved about the answer (bounds, gaps, probabilities); may be empty.
        sensitivity: How the answer changes under another reading, as `{reading: change}`.
        caveats: What a reader must know before using it, in full sentences.
        evidence: Statement ids behind each row, under the row's key (its `id`, else its number).
        seconds: How long it took.
        names: What the people are called whose ids stand inside it, beside those of its rows; for
            views, no part of the JSON shape.
    """

    method: str
    version: str
    parameters: dict[str, Any]
    picture: str
    rows: tuple[dict[str, Any], ...]
    certificate: dict[str, Any] = field(default_factory=dict)
    sensitivity: dict[str, Any] = field(default_factory=dict)
    caveats: tuple[str, ...] = ()
    evidence: dict[str, tuple[str, ...]] = field(default_factory=dict)
    seconds: float = 0.0
    names: dict[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """The finding as JSON, in the shape that scripts depend on."""
        return {
            "method": self.method,
            "version": self.version,
            "parameters": self.parameters,
            "picture": self.picture,
            "rows": list(self.rows),
            "certificate": self.certificate,
            "sensitivity": self.sensitivity,
            "caveats": list(self.caveats),
            "evidence": {key: list(ids) for key, ids in self.evidence.items()},
            "seconds": self.seconds,
        }
