"""Network: the chart of who is tied to whom, who likely organises, and what a removal leaves.

Whom the reader takes away in thought stands in the address (`without`), one and the same for the
chart, the form and what is told of it.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from litestar import Request, Response, get
from litestar.params import FromQuery
from litestar.response import Template

from headwater.desk.pages import page
from headwater.desk.rooms.show.cards import asked
from headwater.desk.rooms.show.documents import sent
from headwater.desk.visit import Here, Visit
from headwater.node.looking import Held, Run
from headwater.node.showing import chart_of, network_beside, packed

_RANKED = 20
_TIED = 30
_MOST_GONE = 100
"""People who can be taken away at once."""


@get("/network", sync_to_thread=True)
def network(visit: Here, without: FromQuery[list[str] | None] = None) -> Template:
    """Who is tied to whom, who most likely organises, and which few hold it together."""
    held = visit.look()
    found = network_beside(held)
    ranking = asked(visit, held.picture, "organisers.ranking")
    finding = ranking.run.finding
    told: dict[str, Any] = {
        "people": found.people,
        "tied": found.most_tied(_TIED),
        "ranking": ranking,
        "with_ties": len(found.names),
        "ranked": finding.rows[:_RANKED] if finding else (),
        "among": finding.certificate.get("people", found.people) if finding else 0,
        "evidence": finding.evidence if finding else {},
        "cards": {
            "removal": asked(visit, held.picture, "organisers.removal"),
            "groups": asked(visit, held.picture, "organisers.groups"),
            "roles": asked(visit, held.picture, "organisers.roles"),
        },
    }
    told["out_of_step"] = _is_out_of_step(told["ranked"])
    told |= _left(visit, held, without or ())
    told["gone_ids"] = {one.id for one in told["gone"]}
    told["unranked"] = told["gone_ids"] - {row["id"] for row in told["ranked"]}
    return page("network/network", visit, told)


@get("/network/left", sync_to_thread=True)
def left(visit: Here, without: FromQuery[list[str] | None] = None) -> Template:
    """The part of the page that tells what is left, for a reader who takes people away in it."""
    return page("network/left", visit, _left(visit, visit.look(), without or ()))


@get("/network/chart.json", sync_to_thread=True, opt={"as_it_comes": True})
def chart(
    visit: Here, request: Request[Any, Any, Any], around: FromQuery[str] = ""
) -> Response[bytes]:
    """The part of the network that matters most, or what lies around one person."""
    held = visit.look()
    ranking = asked(visit, held.picture, "organisers.ranking").run
    if around or not ranking.finding:
        return sent(request, packed(chart_of(network_beside(held), _scores(ranking), around)))
    name = f"chart of {held.picture.fingerprint}"
    if name not in ranking.alike:
        ranking.alike[name] = packed(chart_of(network_beside(held), _scores(ranking)))
    return sent(request, ranking.alike[name])


def _left(visit: Visit, held: Held, without: Sequence[str]) -> dict[str, Any]:
    """What is left without these people, beside the best choice of as many.

    Whoever does not stand in the network changes nothing.
    """
    found = network_beside(held)
    gone = [one for one in dict.fromkeys(without) if one in found.names][:_MOST_GONE]
    told: dict[str, Any] = {
        "gone": [_Gone(one, found.names[one], _others(gone, one)) for one in gone]
    }
    if gone:
        k = {"k": str(len(gone))}
        told["before"] = found.pairs
        told["left"] = found.pairs_without(set(gone))
        told["best"] = asked(visit, held.picture, "organisers.removal", k, rows=True)
    return told


class _Gone(NamedTuple):
    """Somebody who is taken away, and the address of the page with them put back."""

    id: str
    name: str
    back: str


def _others(gone: Sequence[str], one: str) -> str:
    others = urlencode({"without": [other for other in gone if other != one]}, doseq=True)
    return f"/network?{others}#left" if others else "/network#left"


def _is_out_of_step(ranked: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a better rank goes with a smaller chance of a place among the first."""
    chances = [row.get("p_top5") or 0.0 for row in ranked]
    return chances != sorted(chances, reverse=True)


def _scores(ranking: Run) -> Mapping[str, float]:
    """How high each is ranked; nothing while that is still being found."""
    return {row["id"]: row["score"] for row in ranking.finding.rows} if ranking.finding else {}


ROUTES = (network, left, chart)
