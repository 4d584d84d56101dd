"""Entry: one thing that waits for a person, with what that person needs to judge it."""

from dataclasses import dataclass
from typing import Any, NamedTuple


class Source(NamedTuple):
    """Where something stands.

    Attributes:
        sentence: The words of the item, with the words it was taken from between `>>` and `<<`.
        grade: Grade and handling of the item, as `2D-P`.
        report: URN and title of the report.
        orders: Words of the item that give orders to its reader or to the system; empty mostly.
        gist: What a machine makes of the sentence in English, where that was asked for.
    """

    sentence: str
    grade: str
    report: str
    orders: str = ""
    gist: str = ""

    def lines(self) -> list[str]:
        """The source for a terminal."""
        lines = [f"    {self.sentence}", f"    [{self.grade}] {self.report}"]
        if self.orders:
            lines.append(f"    Careful: the text speaks to its reader or the system: {self.orders}")
        return [*lines, f"    machine gist: {self.gist}"] if self.gist else lines


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One thing that waits for a person, or that a person may take back.

    Attributes:
        id: What to give to `headwater review` or `headwater categorise`: a judgement's id, a
            statement's, that of the first of several statements with `+`, two entities with `~`
            between them, or an entity's.
        kind: `pair`, `statement`, `category` or `joined`.
        about: Entity ids it is about.
        what: What is asked, in words.
        why: Why it stands here.
        evidence: Ids of the statements to look at.
        sources: What those statements were taken from.
        explanation: Of a pair of persons, how their names stand against each other and what each
            field says, in lines.
    """

    id: str
    kind: str
    about: tuple[str, ...]
    what: str
    why: str
    evidence: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    explanation: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The entry as JSON; `sentence`, `grade` and `report` are those of the first source."""
        first = self.sources[0] if self.sources else Source("", "", "")
        return {
            "id": self.id,
            "kind": self.kind,
            "about": list(self.about),
            "what": self.what,
            "why": self.why,
            "evidence": list(self.evidence),
            **first._asdict(),
            "sources": [source._asdict() for source in self.sources],
            "explanation": list(self.explanation),
        }

    def lines(self) -> list[str]:
        """The entry for a terminal."""
        lines = [f"{self.id}  {self.what}"]
        for source in self.sources:
            lines += source.lines()
        lines += [f"    {line}" for line in self.explanation]
        return [*lines, f"    {self.why}", ""]
