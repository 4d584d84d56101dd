"""The supply chain: where boats and engines are bought, stored, carried and taken.

Vests, food and shelter are no smuggling equipment, and papers and phones are somebody's: they are
in none of it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture import Picture
from headwater.safeguard import never_equipment

_KINDS = ("EquipmentSupply", "Seizure")
_STAGES = {
    "stored": r"\bstor(?:e|es|ed|age|ing)\b|warehouse|garage|hangar|kept|keeps|čuva|drži|sklad"
    r"|magac|garaž|чува|држи|държ|съхран|склад|магац|гараж|depo|magazin|garazh|ruan|ruajt|ruhen",
    "bought": r"b(?:ought|uys?|uying)\b|purchas|order(?:ed|s)\b|kupi|kupov|nabav|купи|купув|набав"
    r"|поръч|bleu|blejn|blihe|porosit",
    "carried": r"carr(?:y|ied|ies)|transport|deliver|trailer|prevez|prevoz|dovez|превез|превоз"
    r"|докар|dërgo|solli",
}
"""Words of an item that say what was done with the equipment, in the languages that are read."""
_FIND = {stage: re.compile(words, re.IGNORECASE) for stage, words in _STAGES.items()}


_BOATS = re.compile(
    r"(?<!life)(?<!rescue )boat|dinghy|dinghies|inflatable|engine|motor|pump|rhib", re.IGNORECASE
)


def of_boats(article: str) -> bool:
    """Whether an article is a boat, an engine or what belongs to them, and not what saves life."""
    said = article.replace("_", " ")
    return _BOATS.search(said) is not None and not never_equipment(said)


def supply_chain(picture: Picture) -> list[dict[str, Any]]:
    """Articles by stage and place: how many are told, in which span, by how many groups.

    Quantities of several reports are not added up: two may tell of one delivery.
    """
    found: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    names = _names(picture)
    for said in _told(picture):
        article = said.get("article", "")
        if not of_boats(article):
            continue
        place = said.get("place", "")
        key = (article.casefold().removesuffix("s"), said["stage"], names.get(place, place))
        found[key].append(said)
    rows = [_row(key, told) for key, told in found.items()]
    return sorted(rows, key=lambda r: (-r["independent_groups"], r["article"], r["place"]))


def _row(key: tuple[str, str, str], told: list[dict[str, Any]]) -> dict[str, Any]:
    quantities = [n for one in told if (n := _number(one.get("quantity", ""))) is not None]
    dates = sorted(one["date"] for one in told if one.get("date"))
    return {
        **dict(zip(("article", "stage", "place"), key, strict=True)),
        "least_at_once": min(quantities, default=None),
        "most_at_once": max(quantities, default=None),
        "first": dates[0] if dates else "",
        "last": dates[-1] if dates else "",
        "independent_groups": len({one["group"] for one in told}),
        "statements": sorted(one["statement"] for one in told),
    }


def _told(picture: Picture) -> Iterator[dict[str, Any]]:
    """Each time that equipment is told, with its properties, what was done, and its statement."""
    said = picture.statements
    kinds = pc.is_in(pc.cast(said["schema"], pa.string()), value_set=pa.array(_KINDS))
    columns = ["id", "urn", "item", "entity", "schema", "property", "value", "group", "modality"]
    texts = _texts(picture)
    events: dict[tuple[str, int, str], dict[str, Any]] = {}
    for row in said.filter(kinds).select(columns).to_pylist():
        if row["modality"] == "denied":
            continue
        key = (row["urn"], row["item"], row["entity"])
        event = events.setdefault(key, {"group": row["group"], "schema": row["schema"]})
        event.setdefault(row["property"], row["value"])
        if row["property"] == "article":
            event.setdefault("statement", row["id"])
    for (urn, item, _), event in events.items():
        if "statement" in event:
            text = texts.get((urn, item), "")
            event["stage"] = "taken" if event["schema"] == "Seizure" else _stage(text)
            yield event


def _stage(text: str) -> str:
    return next((stage for stage, words in _FIND.items() if words.search(text)), "not said")


def _texts(picture: Picture) -> dict[tuple[str, int], str]:
    rows: Iterable[Mapping[str, Any]] = picture.items.select(["urn", "item", "text"]).to_pylist()
    return {(row["urn"], row["item"]): row["text"] for row in rows}


def _names(picture: Picture) -> dict[str, str]:
    rows = picture.places.select(["id", "name"]).to_pylist()
    return {row["id"]: row["name"] for row in rows}


def _number(text: str) -> float | None:
    return float(text) if re.fullmatch(r"\d+(\.\d+)?", text) else None
