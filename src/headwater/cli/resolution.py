"""Command for resolution: the entities of the node, or the people of a plain table."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from headwater.cli.call import Call, counted
from headwater.cli.reports import refusal_lines
from headwater.model import Refusal, WrongUse

if TYPE_CHECKING:
    from headwater.node import Resolved
    from headwater.resolve import PeopleTable, Resolution, ReviewPair

_ENGINES = ("built-in", "splink", "splink-spark")
_CLUSTERS = ("id", "cluster", "weight", "probability", "sure", "contradictions")
_REVIEW = (
    *("left", "right", "left_name", "right_name", "bits", "relational", "probability", "settles"),
    *("contradictions", "reasons"),
)
_file = click.Path(path_type=Path, exists=True, dir_okay=False)
_written = click.Path(path_type=Path, dir_okay=False, writable=True)


@click.command()
@click.argument("file", required=False, type=_file)
@click.option("--out", type=_written, help="CSV to write: who is one person.")
@click.option("--links", type=_file, help="Contacts of the people: source,target[,kind][,date].")
@click.option("--movements", type=_file, help="Where they were seen: record,place[,date].")
@click.option("--assume-category", default="", help="Category of people whose file gives none.")
@click.option("--certain", is_flag=True, help="Only joins that need no person.")
@click.option("--review", "questions", type=_written, help="CSV to write: pairs to be decided.")
@click.option(
    "--engine",
    type=click.Choice(_ENGINES),
    default="built-in",
    show_default=True,
    help="Who pairs and weighs; Splink is an optional extra.",
)
@click.pass_obj
def resolve(  # noqa: PLR0913 - the parameters are those of the command
    call: Call,
    file: Path | None,
    out: Path | None,
    links: Path | None,
    movements: Path | None,
    assume_category: str,
    certain: bool,
    questions: Path | None,
    engine: str,
) -> None:
    """Find out who is one person: in the node, or in a plain table of people.

    Without FILE, everybody in the node is looked up again: who shares a phone, a document, a plate
    or an account, and whose records agree so well that 99 in 100 such pairs are one person, is
    joined; likely pairs are put to review.

    FILE is CSV (UTF-8) or Parquet with the columns id, name, category and whatever else is known:
    birth_date, phone, country... Every row comes back once (refused ones, as without an id of its
    own, are named): smallest id of its cluster, bits of its likeliest tie, whether all joins of
    the cluster need no person, and what contradicts itself in it. --certain: only joins right 99
    times in 100, never by a name. People moved, victims, witnesses, undecided come back alone.
    """
    if file is None:
        return _resolve_node(call)
    if out is None:
        raise WrongUse("no file to write to", do="headwater resolve FILE.csv --out CLUSTERS.csv")
    _check_apart([file, links, movements], [out, questions])
    from headwater.resolve import read_people, read_ties, resolve_people

    people = read_people(file, assume_category=assume_category)
    ties, refused = read_ties(links, movements)
    with call.progress("comparing") as tell:
        found = resolve_people(people.records, ties, engine=engine, certain=certain, progress=tell)
    _write(out, _CLUSTERS, _cluster_rows(found))
    if questions is not None:
        _write(questions, _REVIEW, _review_rows(people, found))
    refusals = [*people.refusals, *refused]
    call.exit_code = 1 if refusals else 0
    call.answer(_document(people, found, refusals, out), _lines(people, found, refusals, out))


def _resolve_node(call: Call) -> None:
    from headwater.node import resolve_entities

    with call.node(looks=True) as node, call.progress("comparing") as progress:
        done = resolve_entities(node, anew=True, progress=progress)
    call.answer(asdict(done), [resolved_line(done)])


def resolved_line(done: "Resolved") -> str:
    """What a resolution of a node did, in words."""
    return (
        f"Joined {counted(done.joined, 'pair')}; put {counted(done.to_review, 'pair')} to review; "
        f"took back {counted(done.withdrawn, 'judgement made earlier')}."
    )


def _check_apart(read: Sequence[Path | None], written: Sequence[Path | None]) -> None:
    """Refuse to write over what is read, or two things into one file."""
    kept = {path.resolve() for path in read if path is not None}
    for path in filter(None, written):
        if path.resolve() in kept:
            raise WrongUse(
                "the file to write is also read or written otherwise",
                where=str(path),
                do="name another",
            )
        if not path.parent.is_dir():
            raise WrongUse("there is no such folder to write in", where=str(path), do="make it")
        kept.add(path.resolve())


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _cluster_rows(found: "Resolution") -> Iterable[tuple[str, ...]]:
    against = _against(found)
    for record, member in found.members.items():
        sure = "" if member.sure is None else ("yes" if member.sure else "no")
        numbers = _number(member.weight), _chance(member.probability)
        yield record, member.cluster, *numbers, sure, "; ".join(against.get(member.cluster, ()))


def _against(found: "Resolution") -> dict[str, dict[str, None]]:
    """What contradicts what within a cluster, by the id of the cluster, each reason once."""
    clusters = found.clusters
    reasons: dict[str, dict[str, None]] = {}
    for pair in found.review:
        cluster = clusters[pair.left]
        if pair.contradictions and cluster == clusters[pair.right]:
            reasons.setdefault(cluster, {}).update(dict.fromkeys(pair.contradictions))
    return reasons


def _review_rows(people: "PeopleTable", found: "Resolution") -> Iterable[tuple[str, ...]]:
    names = {one.id: "; ".join(one.values.get("name", ())) for one in people.records}
    for pair in found.review:
        yield pair.left, pair.right, names[pair.left], names[pair.right], *_said_of(pair)


def _said_of(pair: "ReviewPair") -> tuple[str, ...]:
    reasons = "; ".join(f"{part.field} {part.bits:+.1f}" for part in pair.reasons)
    # A probability that leaves a doubt out would say more than is known.
    probability = None if pair.near else pair.probability
    numbers = (_number(pair.bits), _number(pair.relational), _chance(probability))
    contradictions = "; ".join(pair.contradictions)
    return *numbers, str(pair.settles), contradictions, reasons


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def _chance(probability: float | None) -> str:
    """Four digits, cut and not rounded, and never certainty: no evidence gives that."""
    return "" if probability is None else f"{min(int(probability * 10_000), 9_999) / 10_000:.4f}"


def _contradicted(clusters: int) -> list[str]:
    if not clusters:
        return []
    return [f"{counted(clusters, 'cluster')} held together against a contradiction, see the file."]


def _document(
    people: "PeopleTable", found: "Resolution", refusals: Sequence[Refusal], out: Path
) -> dict[str, Any]:
    return {
        "clusters": str(out),
        "records": len(found.members),
        "persons": len(set(found.clusters.values())),
        "sure_pairs": len(found.sure_pairs),
        "waiting": len(found.review),
        "contradicted": len(_against(found)),
        "pairs_compared": found.pairs,
        "engine": found.engine,
        "model": found.model,
        "notes": list(people.notes),
        "caveats": list(people.caveats),
        "refusals": [
            {"file": r.file, "position": r.position, "what": r.what, "why": r.why, "do": r.do}
            for r in refusals
        ],
    }


def _lines(
    people: "PeopleTable", found: "Resolution", refusals: Sequence[Refusal], out: Path
) -> list[str]:
    persons = len(set(found.clusters.values()))
    return [
        f"{counted(len(found.members), 'record')} of {counted(persons, 'person')}: {out}",
        f"{counted(len(found.review), 'pair')} would be worth a person's decision.",
        *_contradicted(len(_against(found))),
        *(f"Note: {note}" for note in (*people.notes, *people.caveats)),
        *refusal_lines(list(refusals)),
    ]
