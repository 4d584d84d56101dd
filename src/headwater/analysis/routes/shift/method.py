"""The method: its declaration, the shifts that were called, and what is said of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow.compute as pc

from headwater.analysis.grades import WEAK, is_weak
from headwater.analysis.routes.shift.counting import Counts, gather
from headwater.analysis.routes.shift.displacement import Comparison, Moved, Shift
from headwater.analysis.routes.shift.operations import Event, about, events_of
from headwater.model import Finding, Method, Output, Parameter
from headwater.picture import Picture
from headwater.series import A_YEAR, Alarm, Watch, alarms, name_of

METHOD = Method(
    id="routes.shift",
    version="5",
    question="Which legs and crossing points are used more or less than before, since when, and "
    "where did the traffic go?",
    parameters=(
        Parameter(
            "step",
            "choice",
            "auto",
            "Length of a period; auto: as the counts are dated.",
            choices=("auto", "week", "month", "quarter"),
        ),
        Parameter(
            "by",
            "choice",
            "leg",
            "What legs are counted by: from, to and mode; from and to; where they begin or end.",
            choices=("leg", "stretch", "from", "to"),
        ),
        Parameter(
            "measure",
            "choice",
            "sightings",
            "What is counted of legs.",
            choices=("sightings", "people"),
        ),
        Parameter("release_as_of", "text", "", "Use releases up to this one; empty: the latest."),
        Parameter(
            "false_share", "float", 0.1, "Expected share of false alarms.", low=0.001, high=0.5
        ),
        Parameter(
            "baseline", "int", 60, "Most periods that a shift is held against.", low=8, high=520
        ),
        Parameter(
            "compared", "int", 12, "Most periods of a shift that are compared.", low=1, high=120
        ),
        Parameter(
            "lag",
            "int",
            2,
            "Periods by which dates of shifts and operations may lie apart.",
            low=0,
            high=26,
        ),
        Parameter(
            "substitutes",
            "text",
            "",
            "Series that take each other's place: A|B;C|D. Empty: those with an end alike; none.",
        ),
        Parameter("accepted_only", "flag", False, "Leave out what nobody has accepted."),
        Parameter("drop_weak", "flag", False, f"Leave out weak grades: {WEAK}."),
        Parameter("seed", "int", 0, "Seed of the draws.", low=0, high=2**31),
    ),
    outputs=(
        Output("series", "text", "The series, or the leg with its mode."),
        Output("date", "text", "First period of the shift."),
        Output("before", "number", "Count of a period, had nothing changed: season included."),
        Output("after", "number", "What a period holds since then, on average."),
        Output("low", "number", "Low end of the 90 % interval of after less before."),
        Output("high", "number", "High end of that interval."),
        Output("alarm_on", "text", "Period at the end of which the alarm was raised."),
        Output("moved_to", "list", "Substitutes that gained clearly, each with its share."),
        Output("change", "number", "After less before: counts of a period."),
        Output("delay", "count", "Periods from the first of the shift to the alarm."),
        Output("moved", "number", "Share of a loss that all substitutes gained; null for a rise."),
        Output("moved_low", "number", "Low end of its 90 % interval."),
        Output("moved_high", "number", "High end of it."),
        Output("moved_from", "list", "Series whose loss may have come here."),
        Output("operations", "list", "Operations that began or ended about then."),
        Output("size", "text", "clear; or called, size unclear: the interval holds no change."),
        Output("e_value", "number", "Evidence of a shift against none, all looks included."),
        Output(
            "counts",
            "list",
            "Counts held against each other: period, and count or null, from the beginning of the "
            "baseline to the last period compared.",
        ),
        Output("id", "text", "The series and the date with | between."),
    ),
    inputs=("series", "legs", "operations", "people"),
    cost="series x periods x baseline",
    not_for="Saying why: an operation that began about then is not thereby the cause. Saying how "
    "many people move: counts are of what was detected or reported.",
    reference="Robbins 1970 and Ville 1939 (looking every period), Wang and Ramdas 2022 (e-BH), "
    "Shin, Ramdas and Rinaldo 2023 (changes), Lange, Little and Taylor 1989 (heavy tails)",
)

_LEAST = 8


@dataclass(frozen=True, slots=True)
class _Told:
    """A shift, where it went, and what happened about then."""

    shift: Shift
    moved: Moved
    operations: list[dict[str, Any]]


def run(picture: Picture, parameters: Mapping[str, Any]) -> Finding:
    """Call the shifts of all series and say where losses went."""
    counts = gather(picture, parameters)
    found = _alarms(counts, parameters)
    caveats = list(counts.caveats)
    events = events_of(picture, counts.step, caveats)
    comparison = Comparison(counts, found, parameters)
    told = []
    for alarm in found:
        shift = comparison.shift_of(alarm)
        if shift is not None:
            told.append(_told(counts, shift, comparison, events, parameters))
    rows = [_row(counts, one, parameters["baseline"]) for one in told]
    for row in rows:
        row["moved_from"] = [
            other["series"]
            for other in rows
            if any(
                to["series"] == row["series"] and to["date"] == row["date"]
                for to in other["moved_to"]
            )
        ]
    order = sorted(range(len(rows)), key=lambda at: (rows[at]["date"], rows[at]["series"]))
    return METHOD.found(
        picture.fingerprint,
        parameters,
        (rows[at] for at in order),
        certificate=_certificate(counts, told, parameters),
        sensitivity=_sensitivity(picture, parameters, counts, found),
        caveats=tuple([*_caveats(counts, rows), *caveats]),
        evidence={rows[at]["id"]: _evidence(counts, told[at].shift) for at in order},
    )


def _alarms(counts: Counts, parameters: Mapping[str, Any]) -> list[Alarm]:
    """The alarms of all series that are long enough to be watched."""
    watched = np.flatnonzero(_watched(counts))
    if not watched.size:
        return []
    watch = Watch(
        level=parameters["false_share"],
        a_year=A_YEAR[counts.step],
        baseline=parameters["baseline"],
        least=_LEAST,
    )
    return [
        alarm._replace(series=int(watched[alarm.series]))
        for alarm in alarms(counts.values[watched], watch)
    ]


def _watched(counts: Counts) -> Any:  # noqa: ANN401 - a mask, one entry a series
    return np.isfinite(counts.values).sum(axis=1) >= _LEAST + 2


def _told(
    counts: Counts,
    shift: Shift,
    comparison: Comparison,
    events: Sequence[Event],
    parameters: Mapping[str, Any],
) -> _Told:
    at = shift.alarm.series
    falls = float(np.median(shift.effect.change)) < 0
    moved = comparison.moved(shift) if falls else Moved(None, ())
    places = [counts.names[at], *counts.places[at]]
    return _Told(
        shift, moved, about(events, counts.start + shift.alarm.since, parameters["lag"], places)
    )


def _row(counts: Counts, told: _Told, baseline: int) -> dict[str, Any]:
    alarm, effect = told.shift.alarm, told.shift.effect
    low, high = np.quantile(effect.change, [0.05, 0.95])
    name, date = counts.names[alarm.series], _date(counts, alarm.since)
    share = told.moved.share or (None, None, None)
    before = float(np.median(effect.before))
    return {
        "series": name,
        "date": date,
        "before": round(before, 2),
        "after": round(effect.counted, 2),
        "low": round(float(low), 2),
        "high": round(float(high), 2),
        "alarm_on": _date(counts, alarm.called),
        "moved_to": [
            {**{k: v for k, v in to.items() if k != "since"}, "date": _date(counts, to["since"])}
            for to in told.moved.to
        ],
        "change": round(effect.counted - before, 2),
        "delay": alarm.called - alarm.since,
        **dict(zip(("moved", "moved_low", "moved_high"), share, strict=True)),
        "moved_from": [],
        "operations": told.operations,
        "size": "called, size unclear" if low <= 0 <= high else "clear",
        "e_value": float(f"{np.exp(min(alarm.log_e, 600.0)):.3g}"),
        "counts": _held(counts, told.shift, baseline),
        "id": f"{name}|{date}",
    }


def _held(counts: Counts, shift: Shift, baseline: int) -> list[dict[str, Any]]:
    """What was held against each other: the baseline and what came after it."""
    values = counts.values[shift.alarm.series]
    first = max(shift.alarm.begins, shift.alarm.since - baseline)
    return [
        {"period": _date(counts, at), "count": float(value) if np.isfinite(value) else None}
        for at, value in enumerate(values[: shift.until].tolist())
        if at >= first
    ]


def _date(counts: Counts, at: int) -> str:
    return name_of(counts.start + at, counts.step)


def _evidence(counts: Counts, shift: Shift) -> tuple[str, ...]:
    """The statements behind the counts of the shift and of its baseline."""
    behind = counts.statements[shift.alarm.series]
    used = range(shift.alarm.begins, shift.until)
    return tuple(sorted({one for at in used for one in behind.get(at, ())}))


def _certificate(
    counts: Counts, told: Sequence[_Told], parameters: Mapping[str, Any]
) -> dict[str, Any]:
    delays = [one.shift.alarm.called - one.shift.alarm.since for one in told]
    return {
        "series": int(_watched(counts).sum()) if counts.names else 0,
        "periods": int(counts.values.shape[1]),
        "step": counts.step,
        "alarms": len(told),
        "expected_false_at_most": round(parameters["false_share"] * len(told), 2),
        "median_delay": float(np.median(delays)) if delays else None,
    }


def _sensitivity(
    picture: Picture, parameters: Mapping[str, Any], counts: Counts, found: Sequence[Alarm]
) -> dict[str, Any]:
    """The alarms that weak grades carry."""
    weak = any(pc.any(is_weak(table["grade"])).as_py() for table in (picture.series, picture.legs))
    if not weak:
        return {"weak grades dropped": {"lost": []}}
    strong = gather(picture, parameters, weak=False)
    kept = {strong.names[alarm.series] for alarm in _alarms(strong, parameters)}
    lost = {counts.names[alarm.series] for alarm in found} - kept
    return {"weak grades dropped": {"lost": sorted(lost)}}


def _caveats(counts: Counts, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    if not counts.names:
        return ["There are no dated counts in this picture."]
    caveats = [
        "A shift is called when it has shown for two periods at the earliest; a lone wild period "
        "is not called.",
    ]
    short = int((~_watched(counts)).sum())
    if short:
        caveats.append(
            f"{short} series have fewer than {_LEAST + 2} known periods and are not watched."
        )
    gaps = int(np.isnan(counts.values).sum())
    if gaps:
        caveats.append(f"{gaps:,} periods of a series have no count: gaps, not zeros.")
    if any(row["operations"] for row in rows):
        caveats.append("An operation beside a shift began or ended about then; no cause is shown.")
    unclear = sum(row["size"] != "clear" for row in rows)
    if unclear:
        caveats.append(
            f"Of {unclear} shifts the interval holds no change (size: called, size unclear): the "
            "alarm was raised by what came then; over all periods since, the level is not clearly "
            "another. Read them after the others."
        )
    if any(row["moved_to"] for row in rows):
        caveats.append(
            "What one series lost and another gained may be the same people or others: the share "
            "compares sums."
        )
    return caveats
