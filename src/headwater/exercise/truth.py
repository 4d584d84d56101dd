"""The truth of a world, written apart from its reports. Columns: data/truth_README.md."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from types import TracebackType

from headwater.exercise.tables import places
from headwater.exercise.telling import WrittenReport
from headwater.exercise.world import World

Row = Sequence[object]


def write_truth(world: World, folder: Path) -> None:
    """Write everything true of the world itself, as CSV with a README."""
    readme = files(__package__).joinpath("data", "truth_README.md").read_text("utf-8")
    (folder / "README.md").write_text(readme, "utf-8", newline="\n")
    _write_people(world, folder)
    _write_networks(world, folder)
    _write_legs(world, folder)
    _write_trade(world, folder)
    _write_police(world, folder)


def _save(folder: Path, name: str, columns: str, rows: Iterable[Row]) -> None:
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns.split())
        writer.writerows(rows)


def _write_people(world: World, folder: Path) -> None:
    people = world.people.values()
    start, end = world.size.first, world.size.last
    columns = "id network given family native culture gender father byname title birth category"
    columns += " possibly_coerced document issuer plate plate_country account handle home"
    _save(
        folder,
        "people",
        columns,
        (
            (
                p.id,
                p.network,
                p.name.given,
                p.name.family,
                p.name.native,
                p.name.culture,
                p.name.gender,
                p.name.father,
                p.name.byname,
                p.name.title,
                p.birth,
                p.category,
                int(p.possibly_coerced),
                p.document,
                p.issuer,
                p.plate,
                p.plate_country,
                p.account,
                p.handle,
                p.home,
            )
            for p in people
        ),
    )
    roles = ((p.id, p.network, p.role, start, end) for p in people)
    _save(folder, "roles", "person network role from to", roles)
    phones = ((p.id, phone) for p in people for phone in p.phones)
    _save(folder, "phones", "person phone", phones)


def _write_networks(world: World, folder: Path) -> None:
    networks = (
        (n.id, n.label, n.corridor, n.service, round(n.strength, 3)) for n in world.networks
    )
    _save(folder, "networks", "id label corridor service_model strength", networks)
    ties = (
        (tie.source, tie.target, tie.layer, tie.weight)
        for network in world.networks
        for tie in world.ties_of[network.id]
    )
    _save(folder, "contacts", "source target layer per_month", ties)
    known = places().values()
    spots = ((p.id, p.name, p.local, p.country, p.kind, p.lat, p.lon) for p in known)
    _save(folder, "places", "id name local country kind lat lon", spots)


def _write_legs(world: World, folder: Path) -> None:
    legs = [(network, leg) for network in world.networks for leg in network.legs]
    _save(
        folder,
        "legs",
        "id network from to mode hours service_model payment_mode start end",
        (
            (
                leg.id,
                leg.network,
                leg.stretch.origin,
                leg.stretch.destination,
                leg.stretch.mode,
                leg.hours,
                network.service,
                leg.payment,
                leg.start,
                leg.end,
            )
            for network, leg in legs
        ),
    )
    fees = (
        (
            leg.id,
            leg.fee_low,
            leg.fee_high,
            leg.stretch.currency,
            leg.stretch.basis,
            leg.stretch.figure,
        )
        for _, leg in legs
    )
    _save(folder, "fees", "leg fee_min fee_max currency basis figure", fees)
    flows = (
        ((world.size.first + timedelta(days=day)).isoformat(), leg, persons)
        for leg, counts in world.flows.items()
        for day, persons in enumerate(counts.tolist())
    )
    _save(folder, "flows", "date leg persons", flows)


def _write_trade(world: World, folder: Path) -> None:
    columns = (
        "id date leg network place persons boat_cost_eur fee currency outcome dead missing pilot"
    )
    launches = (
        (
            x.id,
            x.day,
            x.leg,
            x.network,
            x.place,
            x.persons,
            x.boat_cost,
            x.fee,
            x.currency,
            x.outcome,
            x.dead,
            x.missing,
            x.pilot,
        )
        for x in world.launches
    )
    _save(folder, "launches", columns, launches)
    payments = (
        (x.day, x.payer, x.payee, x.amount, x.currency, x.method, x.leg)
        for network in world.networks
        for x in world.payments_of[network.id]
    )
    _save(folder, "payments", "date payer payee amount currency method leg", payments)


def _write_police(world: World, folder: Path) -> None:
    columns = "id date end place kind network legs true_effect displaced_to displaced_share"
    operations = (
        (
            x.id,
            x.start,
            x.end,
            x.place,
            x.kind,
            x.network,
            " ".join(x.legs),
            round(x.factor - 1, 2),
            x.displaced_to,
            x.displaced_share,
        )
        for x in world.operations
    )
    _save(folder, "operations", columns, operations)
    seizures = (
        (
            x.id,
            x.day,
            x.place,
            x.network,
            ";".join(f"{a}:{n}" for a, n in x.articles),
            x.value,
            x.operation,
        )
        for x in world.seizures
    )
    _save(folder, "seizures", "id date place network articles value_eur operation", seizures)
    arrests = ((x.id, x.day, x.place, x.person, x.operation) for x in world.arrests)
    _save(folder, "arrests", "id date place person operation", arrests)


class ReportTruth(AbstractContextManager["ReportTruth"]):
    """Writes, while reports go out, which derives from which and what each states."""

    def __init__(self, folder: Path) -> None:
        """Open the files of one truth folder."""
        self._derivations = (folder / "derivations.csv").open("w", encoding="utf-8", newline="")
        self._facts = (folder / "report_facts.csv").open("w", encoding="utf-8", newline="")
        self._folder = folder
        self._variants: dict[tuple[str, str], None] = {}
        self._stories: list[str] = []
        self._files: list[str] = []
        self._derive = csv.writer(self._derivations, lineterminator="\n").writerow
        self._state = csv.writer(self._facts, lineterminator="\n").writerows
        columns = "report urn language office kind derives_from story information_date record_date"
        self._derive(columns.split())
        self._state(
            [
                [
                    "report",
                    "urn",
                    "item",
                    "event",
                    "modality",
                    "kind",
                    "text",
                    "value",
                    "entity",
                    "accurate",
                ]
            ]
        )

    def add(self, report: WrittenReport) -> None:
        """Take the next report, in order of its number."""
        parent = report.derives_from
        source = "" if parent is None else self._files[parent]
        story = report.file if parent is None else self._stories[parent]
        self._files.append(report.file)
        self._stories.append(story)
        self._derive(
            (
                report.file,
                report.urn,
                report.language,
                report.office,
                report.kind,
                source,
                story,
                report.information_date,
                report.record_date,
            )
        )
        for number, line in enumerate(report.lines, start=1):
            head = (report.file, report.urn, number, line.event.kind, line.event.modality)
            self._state(
                (
                    *head,
                    said.slot,
                    said.text,
                    said.value.normal,
                    said.value.entity,
                    int(said.value.accurate),
                )
                for said in line.said
            )
            for said in line.said:
                if said.slot in {"a", "b"}:
                    self._variants[said.value.entity, said.text] = None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the files and write the spellings seen."""
        self._derivations.close()
        self._facts.close()
        rows = ((person, text, _script(text)) for person, text in sorted(self._variants))
        _save(self._folder, "name_variants", "person spelling script", rows)


def _script(text: str) -> str:
    return "Cyrl" if any("Ѐ" <= letter <= "ӿ" for letter in text) else "Latn"
