"""Network: the chart of who is tied to whom, who likely organises, and what a removal leaves."""

from collections.abc import Mapping
from typing import Any

from litestar import get
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery
from litestar.response import Template

from headwater.desk.pages import page
from headwater.desk.rooms.show.cards import asked, card
from headwater.desk.visit import Here, Visit
from headwater.node.looking import Held
from headwater.node.showing import Network, chart_of, most_tied, network_of, pairs_without

_RANKED = 20
_TIED = 30
_PATIENT = 8.0
"""Seconds that a chart waits for the scores of its people."""


@get("/network", sync_to_thread=True)
def network(visit: Here) -> Template:
    """Who is tied to whom, who most likely organises, and which few hold it together."""
    held = visit.look()
    found = _network(held)
    ranking = asked(visit, held.picture, "organisers.ranking")
    finding = ranking.run.finding
    told = {
        "people": found.people,
        "tied": most_tied(found, _TIED),
        "ranking": ranking,
        "ranked": finding.rows[:_RANKED] if finding else (),
        "evidence": finding.evidence if finding else {},
        "cards": {
            "removal": asked(visit, held.picture, "organisers.removal"),
            "groups": asked(visit, held.picture, "organisers.groups"),
            "roles": asked(visit, held.picture, "organisers.roles"),
        },
    }
    return page("network/network", visit, told)


@get("/network/chart.json", sync_to_thread=True)
def chart(visit: Here, around: FromQuery[str] = "") -> dict[str, Any]:
    """The part of the network that matters most, or what lies around one person."""
    held = visit.look()
    return chart_of(_network(held), _scores(visit, held), around)


@get("/network/without", sync_to_thread=True)
def without(visit: Here, id: FromQuery[list[str] | None] = None) -> Template:
    """What is left without these people, beside the best choice of as many."""
    held = visit.look()
    found = _network(held)
    gone = [one for one in dict.fromkeys(id or ()) if one in found.names]
    if not gone:
        raise NotFoundException
    before, left = pairs_without(found, gone)
    best = visit.shelf.runs.ask(
        visit.node, held.picture, "organisers.removal", {"k": str(len(gone))}
    )
    best.wait()
    told = {
        "gone": [(one, found.names[one]) for one in gone],
        "before": before,
        "left": left,
        "best": card(best, rows=True),
    }
    return page("network/without", visit, told)


def _network(held: Held) -> Network:
    return held.beside.kept("network", held.picture, network_of)


def _scores(visit: Visit, held: Held) -> Mapping[str, float]:
    """How high each is ranked; nothing while that is still being found."""
    run = visit.shelf.runs.ask(visit.node, held.picture, "organisers.ranking", {})
    run.wait(_PATIENT)
    return {row["id"]: row["score"] for row in run.finding.rows} if run.finding else {}


ROUTES = (network, chart, without)
