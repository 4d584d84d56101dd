"""The picture of an exercise world whose reports were read and resolved without a mistake.

What the reports say is noisy, biased and partly wrong, as in the world they come from; who is meant
is known. So a method about persons is measured by itself. People have their true category.
Agencies' own registers name roles without a mistake, of those they know: one picture is without.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from headwater.exercise import write_world
from headwater.picture import Picture, make_table

ORGANISING = ("organiser", "coordinator")
"""Roles whose holders count as leaders of a network."""

_GRADED = re.compile(r"^(\d+)\..*\[([123][A-E])-", re.MULTILINE)
_LAYERS = {"order": "command", "meeting": "meeting"}
Row = Mapping[str, str]


class Exercise(NamedTuple):
    """A world as reported, and the truth about it.

    Attributes:
        picture: What its reports and calls say.
        registered: The same with the roles in agencies' registers.
        complete: The picture of all that is true of the same people.
        role: True role of each person by id.
    """

    picture: Picture
    registered: Picture
    complete: Picture
    role: dict[str, str]


def exercise(seed: int, folder: Path) -> Exercise:
    """Write a small world into an empty folder and read it."""
    reports, truth = folder / "reports", folder / "truth"
    write_world(reports, truth, seed, "small")
    role = {row["person"]: row["role"] for row in _rows(truth / "roles.csv")}
    category = {row["id"]: row["category"] for row in _rows(truth / "people.csv")}
    told = _Told(category)
    stories = {row["report"]: row["story"] for row in _rows(truth / "derivations.csv")}
    for number, fact in enumerate(_facts(truth / "report_facts.csv")):
        grade = _grade(reports / fact["report"], fact["item"])
        told.take(fact, f"{fact['urn']}#{fact['item']}.{number}", stories[fact["report"]], grade)
    phones = {row["phone"]: row["person"] for row in _rows(truth / "phones.csv")}
    for path in sorted(reports.rglob("calls_*")):
        told.calls(path, phones)
    whole = _Told(category)
    for number, row in enumerate(_rows(truth / "contacts.csv")):
        whole.link(
            row["layer"], (row["source"], row["target"]), _said(f"T#{number}.1", f"T{number}", "1A")
        )
    for number, (person, word) in enumerate(sorted(role.items())):
        for copy in range(8):
            whole.holds(person, word, _said(f"R{copy}#{number}.1", f"R{number}-{copy}", "1A"))
    picture = told.picture()
    papers = {row["document"]: row["id"] for row in _rows(truth / "people.csv")}
    for path in sorted(reports.rglob("nominals_*.csv")):
        told.register(path, phones | papers)
    return Exercise(picture, told.picture(), whole.picture(), role)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _facts(path: Path) -> Iterator[dict[str, str]]:
    """Each thing stated, with its slots as columns; what they are about under `slot.entity`."""
    events: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in _rows(path):
        event = events.setdefault((row["report"], row["item"], row["event"]), {})
        event |= {name: row[name] for name in ("report", "urn", "item", "event", "modality")}
        event |= {row["kind"]: row["value"], f"{row['kind']}.entity": row["entity"]}
    yield from events.values()


def _grade(path: Path, item: str) -> str:
    if path.suffix != ".txt":
        return "2C"
    grades: dict[str, str] = dict(_GRADED.findall(path.read_text("utf-8")))
    return grades.get(item, "2D")


def _said(statement: str, group: str, grade: str, modality: str = "done") -> dict[str, str]:
    report = statement.partition("#")[0]
    return {
        "statement": statement,
        "report": report,
        "group": group,
        "grade": grade,
        "status": "accepted",
        "modality": modality,
    }


class _Told:
    """Collects what is said as rows of a picture's tables."""

    def __init__(self, category: Mapping[str, str]) -> None:
        self._category = category
        self._rows: dict[str, list[dict[str, Any]]] = {"links": [], "money": [], "statements": []}

    def take(self, fact: Row, statement: str, group: str, grade: str) -> None:
        """Take one event that a report states."""
        said = _said(statement, group, grade, fact["modality"])
        one, other, kind = fact.get("a.entity", ""), fact.get("b.entity", ""), fact["event"]
        if kind in _LAYERS and one and other:
            self.link(_LAYERS[kind], (one, other), said)
        if kind == "payment" and one and other:
            ends = {"from": other, "to": one, "kind": "payment", "date": fact.get("d", "")}
            self._rows["money"].append({**said, **ends})
            self.link("money", (other, one), said)
        if kind == "stored" and one:
            self._rows["money"].append({**said, "from": one, "kind": "supply", "text": "boats"})
        if kind in ("movement", "attempted") and one:
            self._state("Leg", {"operator": one}, said)
        if kind == "vehicle" and one:
            self._state("Vehicle", {"owner": one}, said)
        if kind == "launch" and "d" in fact:
            self._state("Launch", {"date": fact["d"]}, said)
        if fact.get("role") and one:
            self.holds(one, fact["role"], said)

    def calls(self, path: Path, phones: Mapping[str, str]) -> None:
        """Take a table of calls: its first two columns with numbers are who called whom."""
        for number, row in enumerate(_rows(path) if path.suffix == ".csv" else ()):
            ends = [phones.get(cell, "") for cell in row.values() if cell.startswith("+")]
            day = next((d for c in row.values() if (d := c[:10]).count("-") == 2), "")
            if len(ends) == 2 and all(ends):
                said = _said(f"{path.stem}#{number + 1}.1", path.stem, "1A")
                self.link("call", (ends[0], ends[1]), said | {"date": day})

    def register(self, path: Path, known: Mapping[str, str]) -> None:
        """Take an agency's register: telephone, document and role, in the order of its columns."""
        for number, row in enumerate(_rows(path)):
            cells = list(row.values())
            person = known.get(cells[4]) or known.get(cells[5])
            if person and cells[-1]:
                group = path.stem.rpartition("_")[2]
                self.holds(person, cells[-1], _said(f"{path.stem}#{number + 1}.1", group, "2C"))

    def link(self, layer: str, ends: tuple[str, str], said: Mapping[str, str]) -> None:
        """Take a tie that runs from the one to the other."""
        tie = {"id": said["statement"], "source": ends[0], "target": ends[1], "layer": layer}
        self._rows["links"].append({"date": "", **said, **tie, "directed": True, "weight": 1.0})

    def holds(self, person: str, role: str, said: Mapping[str, str]) -> None:
        """Take a stated role."""
        self._state("NetworkRole", {"member": person, "role": role}, said)

    def _state(self, schema: str, values: Mapping[str, str], said: Mapping[str, str]) -> None:
        urn, _, rest = said["statement"].partition("#")
        item, _, first = rest.partition(".")
        common = {name: said[name] for name in ("group", "grade", "status", "modality")}
        for number, (name, value) in enumerate(values.items()):
            place = {"id": f"{urn}#{item}.{first}{number}", "urn": urn, "item": int(item)}
            entity = f"{urn}#{item}@{first}"
            said_of = {"entity": entity, "schema": schema, "property": name, "value": value}
            self._rows["statements"].append({**common, **place, **said_of, "n": number + 1})

    def picture(self) -> Picture:
        """The picture of all that was taken."""
        people = sorted(self._category)
        entities = {
            "id": people,
            "schema": ["Person"] * len(people),
            "caption": people,
            "category": [self._category[one] for one in people],
            "rankable": [self._category[one] in ("suspect", "convicted") for one in people],
        }
        tables = {"entities": make_table("entities", entities)}
        for name, rows in self._rows.items():
            columns = sorted({column for row in rows for column in row})
            tables[name] = make_table(name, {c: [row.get(c) for row in rows] for c in columns})
        return Picture.of(tables)
