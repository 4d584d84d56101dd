"""Command for review: what waits for a person, and the decisions that a person takes."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from headwater.cli.call import Call, counted, look_of
from headwater.model import Modality, WrongUse

if TYPE_CHECKING:
    from headwater.model import Statement
    from headwater.node import review as here
    from headwater.resolve import review as waiting

_Command = TypeVar("_Command", bound=Callable[..., Any])

_reason = click.option("--reason", default="", help="Why; needed, and kept with the decision.")
_ids = click.argument("ids", nargs=-1)
_MOST_TOLD = 100
"""Statements of a decision in bulk whose words are shown, or the first of them."""
_IN_BULK = (
    click.option("--report", default="", metavar="URN", help="All of this report."),
    click.option("--item", default="", metavar="URN#ITEM", help="All of this item."),
    click.option("--file", default="", metavar="NAME", help="All that came from this file."),
    click.option(
        "--extractor", default="", metavar="NAME", help="All that this took, as text or mapping."
    ),
    click.option("--yes", is_flag=True, help="Do it; without, only say what would be done."),
)


@click.group(invoke_without_command=True)
@click.option("--find", default="", help="Only entries that hold these words.")
@click.option(
    "--kind",
    "only",
    type=click.Choice(["pair", "statement", "category"]),
    help="Only one kind: pair, statement or category.",
)
@click.option("--people", "kind", flag_value="people", help="Only people without a category.")
@click.option("--joined", "kind", flag_value="joined", help="Joins that stand, to be undone by id.")
@click.option(
    "--decided", "kind", flag_value="decided", help="Decisions on statements, to be undone by id."
)
@click.option(
    "--limit",
    default=20,
    show_default=True,
    type=click.IntRange(min=1),
    help="How many entries to show.",
)
@click.option("--after", default="", metavar="ID", help="Go on behind this entry.")
@click.option(
    "--gist", is_flag=True, help="With a rough English gist by Apertium, where it is installed."
)
@click.pass_context
def review(
    context: click.Context,
    /,
    find: str,
    only: str | None,
    kind: "here.Kind | None",
    gist: bool,
    **part: Any,  # noqa: ANN401 - limit and after, as click gives them
) -> None:
    """Show what waits for a person, most useful first; with a word behind it, decide.

    An ID is the first word of an entry. An entry whose ID ends in + is decided on as a whole; give
    the ID without + for its first statement alone, or URN#item for all that an item proposes.
    """
    if context.invoked_subcommand is not None:
        return
    from headwater.node import queue
    from headwater.node import review as here

    call: Call = context.obj
    with call.node(looks=True) as node:
        page = here.review_queue(node, find=find, kind=kind or "waiting", only=only or "", **part)
        hide = queue.hiding(node, page.entries, look_of(node))
    told = [queue.without(one, hide) for one in page.entries]
    entries, notes = here.with_gists(told) if gist else (told, ())
    document = {
        "queue": [entry.as_dict() for entry in entries],
        "more": page.more,
        "waiting": page.waiting,
        "gist_notes": list(notes),
    }
    empty = {"joined": "Nothing is joined.", "decided": "Nothing was decided."}
    nothing = "Nothing found." if find or only else empty.get(kind or "", "Nothing waits.")
    lines = [line for entry in entries for line in entry.lines()] or [nothing]
    call.answer(document, [*lines, *notes])
    if entries:
        call.note(*_left_out(page))


def _left_out(page: "waiting.Page") -> list[str]:
    """What of the whole queue is not on this page, and how to go on."""
    whole = ", ".join(counted(number, _THINGS[kind]) for kind, number in page.waiting.items())
    lines = [f"Shown: {len(page.entries)}. In all: {whole}."]
    if page.more:
        lines.append(f"To go on, the same with: --after '{page.entries[-1].id}'")
    return lines


_THINGS = {
    "pair": "pair",
    "statement": "proposal",
    "category": "person without a category",
    "joined": "join",
    "decided": "decision",
}


def _in_bulk(command: _Command) -> _Command:
    return reduce(lambda made, option: option(made), reversed(_IN_BULK), command)


@review.command(short_help="Accept statements, or all of a report or file.")
@_ids
@_reason
@_in_bulk
@click.pass_obj
def accept(call: Call, /, ids: tuple[str, ...], reason: str, yes: bool, **named: str) -> None:
    """Accept statements: by IDS, or all of a report, an item, a file or an extractor."""
    _accept_or_reject(call, "accept", ids, reason, yes, named)


@review.command(short_help="Reject statements, or all of a report or file.")
@_ids
@_reason
@_in_bulk
@click.pass_obj
def reject(call: Call, /, ids: tuple[str, ...], reason: str, yes: bool, **named: str) -> None:
    """Reject statements: by IDS, or all of a report, an item, a file or an extractor.

    In bulk it takes back also what came in accepted, as from a table under a wrong mapping.
    """
    _accept_or_reject(call, "reject", ids, reason, yes, named)


def _accept_or_reject(
    call: Call, decision: str, ids: Sequence[str], reason: str, yes: bool, named: dict[str, str]
) -> None:
    from headwater.node import review as here

    chosen = here.Chosen(**named)
    if chosen and ids:
        raise WrongUse("give either ids or what to decide on in bulk", do="not both")
    if chosen:
        _decide_in_bulk(call, decision, chosen, reason, yes)
    else:
        _decide(call, decision, ids, reason)


def _decide_in_bulk(
    call: Call, decision: str, chosen: "here.Chosen", reason: str, yes: bool
) -> None:
    from headwater.node import reading
    from headwater.node import review as here

    if yes:
        _need(True, reason, f"headwater review {decision} --report URN --yes --reason TEXT")
    with call.node(looks=True) as node:
        if yes:
            step, made = here.decide_in_bulk(node, decision, chosen, reason)
        else:
            step, made = here.look_ahead(node, decision, chosen), ""
        hide = reading.left_out(node, step.ids[:_MOST_TOLD], (), look_of(node))
    told = [hide(one) for one in step.told]
    examples = [] if yes else [hide(one.sentence) for each in step.first for one in each.sources]
    document = {
        "done": yes,
        "decided": made,
        "statements": len(step.ids),
        "reports": list(step.reports),
        "kinds": step.kinds,
        "left_alone": step.alone,
        "rest": step.rest,
        "told": told,
    }
    lines = [*_step_lines(step, told, yes), *(f"For example: {one}" for one in examples)]
    call.answer(document, [*lines, *_what_next(made)])


def _step_lines(step: "here.Step", told: Sequence[str], done: bool) -> list[str]:
    verb = {"accept": "Accepted", "reject": "Rejected"}[step.decision]
    begin = f"{verb}:" if done else f"This would {step.decision}:"
    many = counted(len(step.ids), "statement")
    lines = [f"{begin} {many} of {counted(len(step.reports), 'report')}."]
    lines += [f"{count:>8}  {kind}" for kind, count in step.kinds.items()]
    lines += [f"    {one}" for one in told]
    if step.alone:
        lines.append(
            f"Left alone: {counted(step.alone, 'statement')} that may protect somebody, or of "
            "people who are protected. Each of those is decided on by itself."
        )
    if step.rest:
        lines.append(f"Left for the next step: {counted(step.rest, 'statement')}. Run it again.")
    return lines


def _what_next(made: str) -> list[str]:
    if made:
        return [f"To take it back: headwater review undo {made} --reason TEXT"]
    return ["Nothing was changed. To do it, the same with --yes and a --reason."]


@review.command(short_help="Put the right value in the place of a wrong one.")
@click.argument("one", metavar="ID")
@click.option("--value", default="", help="What it should say.")
@click.option(
    "--modality",
    default="",
    type=click.Choice(["", "done", "attempted", "planned", "projected", "alleged", "denied"]),
    metavar="WORD",
    help="How the item puts it: done, attempted, planned, projected, alleged or denied.",
)
@click.option("--words", default="", help="The words of the item that say so, letter by letter.")
@_reason
@click.pass_obj
def correct(call: Call, one: str, value: str, modality: str, words: str, reason: str) -> None:
    """Put the right value, or the right modality, in the place of one that was read wrongly.

    Without --words it is the value itself, where the item has it, else the words that were read.
    What was read stays, rejected; undo brings it back.
    """
    from headwater.node import reading

    if not value and not modality:
        raise WrongUse("a correction needs what it should say", do="give --value or --modality")
    _need(bool(one), reason, "headwater review correct ID --value V --reason TEXT")
    with call.node(looks=True) as node:
        wish = reading.Wish("correct", one, reason, "", value, words, modality)
        done = reading.correct_openly(node, wish, look_of(node))
    document = {
        "decided": [done.decision],
        "was": _put(done.was),
        "now": _put(done.now),
        "note": done.note,
    }
    call.answer(document, _correction_lines(done))


def _put(one: "Statement") -> dict[str, str]:
    put = {"id": one.id, "value": one.value, "text": one.text}
    return put | {"modality": str(one.modality)}


def _correction_lines(done: "here.Correction") -> list[str]:
    was, now = (
        one.value if one.modality == Modality.DONE else f"{one.value} [{one.modality}]"
        for one in (done.was, done.now)
    )
    lines = [f"{done.was.property}: {now} ({done.now.id}), was {was}"]
    if done.note:
        lines.append(f"Note: {done.note}")
    return [*lines, *_source_lines(done.source), *_what_next(done.decision)]


def _source_lines(source: "waiting.Source | None") -> list[str]:
    return [f"    {source.sentence}", f"    [{source.grade}] {source.report}"] if source else []


@review.command(short_help="Put down what an item says and the reader missed.")
@click.argument("item", metavar="URN#ITEM")
@click.option(
    "--says",
    default="",
    metavar="KIND",
    help="What it says: person, group, organisation, alias, birth, phone, passport, document, "
    "vehicle, role, tie, contact, family, payment or leg.",
)
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="NAME=VALUE",
    help="What of it; without, what is asked.",
)
@click.option("--words", default="", help="The words of the item that say so, letter by letter.")
@click.option(
    "--new",
    default="person",
    show_default=True,
    metavar="KIND",
    help="What somebody is whom the report has not named yet: person, group or organisation.",
)
@click.option("--modality", default="", metavar="WORD", help="How the item puts it, as in correct.")
@_reason
@click.pass_obj
def add(call: Call, /, item: str, says: str, given: tuple[str, ...], **more: Any) -> None:  # noqa: ANN401 - reason, words, modality and new, as click gives them
    """Put down what an item says and the reader missed, as accepted.

    Who, what and where are given by names of the report, by ids, or places of the gazetteer. What
    was added in one go is taken back in one go.
    """
    from headwater.node.reading import adding

    _need(bool(item and says), more["reason"], "headwater review add URN#ITEM --says KIND --set ..")
    asked = adding.forms().get(says)
    if asked and not given:
        fields = ", ".join(f"{f.name}{'' if f.needed else ' (or not)'}" for f in asked.fields)
        raise WrongUse(f"a {says} needs its fields", do=f"give --set NAME=VALUE for {fields}")
    parts = dict(one.partition("=")[::2] for one in given)
    with call.node(looks=True) as node:
        done = adding.add_missed(node, adding.Missed(item, says, parts, **more), look_of(node))
    lines = [f"{one.property}: {one.value} ({one.id})" for one in done.said]
    document = {"decided": list(done.made), "now": [_put(one) for one in done.said]}
    call.answer(document, [*lines, *_source_lines(done.source), *_what_next(done.made[0])])


@review.command(short_help="Two entities are one.")
@_ids
@_reason
@click.pass_obj
def same(call: Call, ids: tuple[str, ...], reason: str) -> None:
    """Say that two entities are one: two ids, or one entry of the queue."""
    _decide(call, "same", ids, reason)


@review.command(short_help="Two entities are not one.")
@_ids
@_reason
@click.pass_obj
def different(call: Call, ids: tuple[str, ...], reason: str) -> None:
    """Say that two entities are not one."""
    _decide(call, "different", ids, reason)


@review.command(short_help="Nobody can tell whether two entities are one.")
@_ids
@_reason
@click.pass_obj
def unknown(call: Call, ids: tuple[str, ...], reason: str) -> None:
    """Say that nobody can tell whether two entities are one; it is not asked again."""
    _decide(call, "unknown", ids, reason)


@review.command(short_help="Take decisions back.")
@_ids
@_reason
@click.pass_obj
def undo(call: Call, ids: tuple[str, ...], reason: str) -> None:
    """Take decisions back: everything is then as it was before them.

    IDS are those of headwater review --joined and headwater review --decided; one that ends in +
    stands for all that was decided in one stroke.
    """
    _decide(call, "undo", ids, reason)


def _decide(call: Call, decision: str, ids: Sequence[str], reason: str) -> None:
    from headwater.node import decide, reading
    from headwater.node import review as here

    _need(bool(ids), reason, f"headwater review {decision} ID --reason TEXT")
    with call.node(looks=True) as node:
        made = decide(node, decision, ids, reason, reading.barred_from(node, look_of(node)))
        said = here.told_of(node, made)
    lines = [f"{decision}: {one}" for one in made]
    call.answer({"decided": made, "told": list(said)}, [*lines, *(f"    {one}" for one in said)])


def _need(given: bool, reason: str, do: str) -> None:
    if not given or not reason.strip():
        raise WrongUse("a decision needs what it is about, and a reason", do=do)


@review.command(short_help="Write decisions as training data.")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    help="File to write, one JSON document a line.",
)
@click.pass_obj
def export(call: Call, out: Path) -> None:
    """Write what people decided about readings as training data: a disclosure.

    Each line is the text of an item with what was read from it and what holds. Names of people who
    may not be named are masked. An erasure names the files that it cannot reach.
    """
    from headwater.node import review as here

    if call.folder.resolve() in out.resolve().parents:
        raise WrongUse(
            "training data is not kept in the node", where=str(out), do="name another folder"
        )
    with call.node(looks=True) as node:
        done = here.export_training(node, out)
    lines = [
        f"{counted(done.texts, 'text')} with {counted(done.decisions, 'decision')}: {out}",
        f"{counted(done.masked, 'place')} masked. Delete the file when a report in it is erased.",
    ]
    call.answer({"file": str(out), **asdict(done)}, lines)
