"""Outlook and impact: what may come, whether a threshold is passed, whether an operation worked."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template

from headwater.desk.pages import STATIC, page
from headwater.desk.rooms.show.cards import Card, asked
from headwater.desk.visit import Here, Visit
from headwater.model import WrongUse
from headwater.node import entering
from headwater.node.showing import series_of
from headwater.picture import Picture

_EXAMPLE = STATIC / "examples" / "counts.csv"


@get("/outlook", sync_to_thread=True)
def outlook(
    visit: Here,
    series: FromQuery[str] = "",
    threshold: FromQuery[str] = "",
    treated: FromQuery[str] = "",
    start: FromQuery[str] = "",
    end: FromQuery[str] = "",
) -> Template:
    """What may come of a series that is counted, and what an operation changed in one."""
    held = visit.look()
    picture, known = held.picture, held.beside.kept("series", held.picture, series_of)
    series = series or (known[0] if len(known) == 1 else "")
    treated = treated or series
    told: dict[str, Any] = {
        "known": known,
        "may_enter": entering.may_enter(visit.node),
        "example": "" if known else _EXAMPLE.read_text(encoding="utf-8"),
        "series": series,
        "threshold": threshold,
        "treated": treated,
        "start": start,
        "end": end,
        "cards": {},
        "trouble": None,
    }
    try:
        told["cards"] = _cards(visit, picture, told)
    except WrongUse as error:
        told["trouble"] = error
    return page("outlook/outlook", visit, told, status=400 if told["trouble"] else 200)


def _cards(visit: Visit, picture: Picture, told: Mapping[str, Any]) -> dict[str, Card]:
    cards = {"ledger": asked(visit, picture, "impact.ledger")}
    if told["series"] in told["known"]:
        about = {"series": told["series"]}
        about |= {"threshold": told["threshold"]} if told["threshold"] else {}
        cards["arrivals"] = asked(visit, picture, "outlook.arrivals", about)
        cards["scenarios"] = asked(visit, picture, "outlook.scenarios", about)
    if told["treated"] in told["known"]:
        about = {"treated": told["treated"]}
        cards["power"] = asked(visit, picture, "impact.power", about)
        if told["start"]:
            about |= {"start": _day(told["start"])}
            about |= {"end": _day(told["end"])} if told["end"] else {}
            cards["effect"] = asked(visit, picture, "impact.effect", about)
            cards["sequential"] = asked(visit, picture, "impact.sequential", about)
    return cards


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as bad:
        raise WrongUse(f"{text!r} is no day", do="write it as 2026-05-31") from bad


ROUTES = (outlook,)
