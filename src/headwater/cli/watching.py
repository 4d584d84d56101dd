"""Commands for standing questions and the alerts they raise."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from headwater.cli.call import Call
from headwater.model import WrongUse

if TYPE_CHECKING:
    from headwater.node.watching import AlertTold, WatchTold

_MARKS = {"life_at_risk": "LIFE AT RISK", "high": "high", "ordinary": ""}


@click.group()
def watch() -> None:
    """Standing questions: what every new report is asked."""


@watch.command("add")
@click.argument("kind")
@click.argument("what", required=False, default="")
@click.option("--place", default="", help="leg, danger: the place.")
@click.option("--and", "other", default="", metavar="PLACE", help="leg: its other end.")
@click.option("--mode", default="", help="leg: how people travel, as in van, foot or boat.")
@click.option("--chance", default="", help="person: least chance that two names are one name.")
@click.option("--days", type=int, default=30, show_default=True, help="How long; 90 at most.")
@click.option("--case", default="", help="The case it is asked in.")
@click.option("--safeguarding", is_flag=True, help="For somebody's own safety; by a supervisor.")
@click.pass_obj
def watch_add(call: Call, /, kind: str, what: str, **given: str) -> None:
    """Ask every report that comes in from now on.

    KIND is leg, person, phone, document, account, vehicle, place, network, danger or words. WHAT is
    the name, number, place or words; a leg takes --place, --and and --mode.
    """
    from headwater.node.watching import Terms, watch_for

    asked, question = _question(kind, what, given)
    terms = Terms(int(given["days"]), given["case"], bool(given["safeguarding"]))
    with call.node(looks=True) as node:
        made = watch_for(node, asked, question, terms)
    call.answer(made.as_dict(), _watch_lines([made]))


_NUMBERS = ("phone", "document", "account", "vehicle")
_SAID = {"person": "name", "network": "name", "words": "words"}


def _question(kind: str, what: str, given: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Kind and words of a question, as a node is asked."""
    question = {name: given[name] for name in ("place", "other", "mode", "chance")}
    if kind in _NUMBERS:
        return "identifier", question | {"sort": kind, "number": what}
    word = _SAID.get(kind, "place")
    if what and question.get(word):
        raise WrongUse("the place is given twice", do="give it once")
    return kind, question | ({word: what} if what else {})


@watch.command("list")
@click.pass_obj
def watch_list(call: Call) -> None:
    """List what is asked here whose alerts are for you."""
    from headwater.node.watching import watches

    with call.node(looks=True) as node:
        found = watches(node)
    call.answer({"watches": [one.as_dict() for one in found]}, _watch_lines(found))


@watch.command("earlier")
@click.argument("watch")
@click.pass_obj
def watch_earlier(call: Call, watch: str) -> None:
    """Ask the reports that were here before WATCH was put; nobody is alerted."""
    from headwater.node.watching import found_earlier

    with call.node(looks=True) as node:
        told = found_earlier(node, watch)
    lines = [line for one in told.found for line in _alert_lines(one)] or ["Nothing was found."]
    if told.more:
        lines.append(f"And {told.more} more reports.")
    asked = f"{told.items} items were asked"
    lines.append(
        f"{asked}, the last that came in: since {told.since}." if told.since else f"{asked}."
    )
    call.answer(told.as_dict(), lines)


@watch.command("renew")
@click.argument("watch")
@click.option("--days", type=int, default=30, show_default=True, help="From today; 90 at most.")
@click.pass_obj
def watch_renew(call: Call, watch: str, days: int) -> None:
    """Go on asking WATCH, for the purpose given now."""
    from headwater.node.watching import renew_watch

    with call.node(looks=True) as node:
        made = renew_watch(node, watch, days=days)
    call.answer(made.as_dict(), _watch_lines([made]))


@watch.command("end")
@click.argument("watch")
@click.pass_obj
def watch_end(call: Call, watch: str) -> None:
    """End WATCH; the alerts it raised stay."""
    from headwater.node.watching import end_watch

    with call.node(looks=True) as node:
        ended = end_watch(node, watch)
    call.answer(ended.as_dict(), _watch_lines([ended]))


@click.command()
@click.option("--since", default="", metavar="DATE", help="Only those from this day or time on.")
@click.option(
    "--limit", type=click.IntRange(1), default=200, show_default=True, help="So many at most."
)
@click.option("--all", "everything", is_flag=True, help="Those that you have read too.")
@click.option("--ack", "read", multiple=True, metavar="ID", help="Note that you have read it.")
@click.pass_obj
def alerts(call: Call, since: str, limit: int, everything: bool, read: tuple[str, ...]) -> None:
    """List what was found that you watch for, lives at risk first; or note that it is read."""
    from headwater.node.watching import acknowledge
    from headwater.node.watching import alerts as alerts_here

    with call.node(looks=True) as node:
        if read:
            done = acknowledge(node, read)
            call.answer({"read": done}, [f"Read: {', '.join(done)}"])
            return
        found = alerts_here(node, since=since, unread=not everything, most=limit)
    lines = [line for one in found for line in _alert_lines(one)]
    call.answer({"alerts": [one.as_dict() for one in found]}, lines or ["No alerts."])


def _watch_lines(watches: "Sequence[WatchTold]") -> list[str]:
    return [
        f"{one.id:<9}{one.asks}; {one.state}{f' until {one.expires}' if one.expires else ''}; "
        f"told: {one.told}{f'; case {one.case}' if one.case else ''}"
        for one in watches
    ]


def _alert_lines(alert: "AlertTold") -> list[str]:
    mark = f"{_MARKS[alert.urgency]}: " if _MARKS[alert.urgency] else ""
    items = ", ".join(map(str, alert.items))
    title = f" {alert.title}" if alert.title else ""
    read = "; ".join(f"{one.who} {one.when}" for one in alert.read)
    return [
        f"{alert.id}  {mark}{alert.says}",
        f"    {alert.words}",
        f"    {alert.report}{title}, item {items}; {alert.when}; asked: {alert.asks}"
        + (f"; read: {read}" if read else ""),
    ]
