"""The method: its declaration, and the flows with their intervals."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow.compute as pc

from headwater.analysis.grades import is_weak
from headwater.analysis.parameters import ACCEPTED_ONLY, DROP_WEAK, seed
from headwater.analysis.routes.flow.counts import counted
from headwater.analysis.routes.flow.estimating import Flows, estimate
from headwater.analysis.routes.flow.observers import determined, next_observers
from headwater.analysis.routes.flow.shares import share_of
from headwater.analysis.routes.flow.telling import Row, caveats, evidence, flow_rows
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture

METHOD = Method(
    id="routes.flow",
    version="1",
    question="How many people went over each leg in each period, those that nobody watched "
    "included?",
    parameters=(
        Parameter(
            "step", "choice", "month", "Length of a period.", choices=("month", "week", "quarter")
        ),
        Parameter("periods", "int", 24, "Most periods, the last ones.", 1, 120),
        Parameter("counted_share", "text", "1", "Share that series count: 0.3, or 0.2-0.4."),
        Parameter(
            "told_share",
            "text",
            "",
            "Share of the people whom reports tell; empty: numbers in reports are counts only "
            "where no series counts a leg.",
        ),
        Parameter("shares", "text", "", "Shares of single counts: NAME=0.2-0.4;NAME=0.9."),
        Parameter("open", "text", "", "Places where people join or leave: A|B."),
        Parameter("release_as_of", "text", "", "Use releases up to this one; empty: the latest."),
        ACCEPTED_ONLY,
        DROP_WEAK,
        Parameter("draws", "int", 150, "Moves of each of 8 chains that are kept.", 20, 5_000),
        seed("the draws"),
    ),
    outputs=(
        Output("leg", "text", "The leg, as series call it: FROM > TO (mode)."),
        Output("origin", "text", "Name of the place it begins at."),
        Output("destination", "text", "Name of the place it ends at."),
        Output("month", "text", "The period; empty where nothing is dated."),
        Output("seen", "number", "People counted on it by itself; null where nobody counted."),
        Output("flow_mean", "number", "People who went over it, mean."),
        Output("q05", "number", "Low end of the 90 % interval."),
        Output("q50", "number", "Half of the chance lies below."),
        Output("q95", "number", "High end of the 90 % interval."),
        Output("observed", "flag", "Whether it was counted by itself in this period."),
        Output(
            "basis",
            "text",
            "What it rests on most: counted; own past; neighbours; prior (what legs are usually "
            "like, and nothing else).",
        ),
        Output(
            "conflict", "list", "Least, kept and largest number where sources differ; never added."
        ),
        Output("mode", "text", "Means of transport; empty where not known."),
        Output("from", "text", "Id of the place it begins at."),
        Output("to", "text", "Id of the place it ends at."),
        Output("from_lat", "number", "Degrees north of its beginning; null where not known."),
        Output("from_lon", "number", "Degrees east of it."),
        Output("to_lat", "number", "Degrees north of its end; null where not known."),
        Output("to_lon", "number", "Degrees east of it."),
        Output("id", "text", "The leg and the period with | between."),
    ),
    inputs=("series", "legs", "people"),
    cost="chains x moves x periods x legs x junctions",
    not_for="Counting persons: one who tries twice is counted twice. Saying who goes. Flows whose "
    "basis is prior say what legs are usually like, not what this one is.",
    reference="Vardi 1996 (tomography), Neal 2011 (sampler)",
)

_MOST_NAMED = 10


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """One row for each leg and period."""
    known = counted(picture, parameters)
    if not known.counts:
        said = ("No leg is counted here.", *known.caveats)
        return METHOD.found(picture.fingerprint, parameters, (), caveats=said)
    flows = estimate(known, parameters)
    rows = flow_rows(flows)
    return METHOD.found(
        picture.fingerprint,
        parameters,
        rows,
        certificate=_certificate(flows, rows, parameters),
        sensitivity={"weak grades dropped": _sensitivity(picture, parameters, rows)},
        caveats=tuple(caveats(flows, rows, parameters)),
        evidence=evidence(flows, rows),
    )


def _certificate(
    flows: Flows, rows: Sequence[Row], parameters: Mapping[str, Any]
) -> dict[str, Any]:
    """What the counts tell, what they cannot tell, and where one more observer would help most."""
    known = flows.known
    names = [leg.name for leg in known.legs]
    follows = determined(known.counts, flows.joints, len(names))
    watched = {row["leg"] for row in rows if row["observed"]}
    last = known.periods[-1]
    prior = {row["leg"] for row in rows if row["month"] == last and row["basis"] == "prior"}
    unwatched = [at for at, name in enumerate(names) if name not in watched]
    logs = flows.draws.logs[:, :, -1].reshape(-1, len(names))
    share = share_of(parameters["counted_share"])
    best = next_observers(logs, flows.people[:, -1], unwatched, share)
    return {
        "legs": len(names),
        "watched": len(watched),
        "periods": len(known.periods),
        "junctions": len(flows.joints),
        "determined_in_balance": sorted(
            name for at, name in enumerate(names) if follows[at] and name not in watched
        ),
        "prior_alone": sorted(prior),
        "best_next_observers": [
            {
                "leg": names[one["at"]],
                "width_before": round(one["width_before"], 1),
                "width_after": round(one["width_after"], 1),
            }
            for one in best[:_MOST_NAMED]
        ],
        "imbalance": round(flows.draws.imbalance, 3),
        "moves_accepted": round(flows.draws.accepted, 3),
    }


def _sensitivity(
    picture: Picture, parameters: Mapping[str, Any], rows: Sequence[Row]
) -> dict[str, Any]:
    """The flows whose middle leaves its interval when weak grades do not count."""
    weak = any(_any(is_weak(table["grade"])) for table in (picture.series, picture.legs))
    if not weak or parameters["drop_weak"]:
        return {"changed": [], "no_longer_known": []}
    strong = counted(picture, parameters, weak=False)
    again = flow_rows(estimate(strong, parameters)) if strong.counts else []
    other = {row["id"]: row for row in again}
    left = [row for row in rows if row["id"] in other]
    return {
        "changed": [
            {"id": row["id"], "q50": row["q50"], "without": other[row["id"]]["q50"]}
            for row in left
            if not row["q05"] <= other[row["id"]]["q50"] <= row["q95"]
        ][:_MOST_NAMED],
        "no_longer_known": sorted({row["leg"] for row in rows} - {row["leg"] for row in again}),
    }


def _any(flags: Any) -> bool:  # noqa: ANN401 - an Arrow column
    return bool(pc.any(flags).as_py())
