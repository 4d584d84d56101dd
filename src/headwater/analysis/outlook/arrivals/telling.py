"""What a reader of an outlook must know, in full sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from headwater.analysis.outlook.arrivals.counts import Counts
from headwater.series.forecasting import Forecast

_A_YEAR = 365
_HONEST = (0.85, 0.95)
_ENOUGH = 50  # outcomes below which a share says little


def scores_told(made: Forecast) -> dict[str, Any]:
    """Scores over the past year, ours beside the baselines."""
    scores = made.scores
    if scores is None:
        return {"past_outcomes": 0}
    best = min(scores.baselines, key=lambda name: scores.baselines[name])
    alone = {} if scores.alone is None else {"past_crps_alone": round(scores.alone, 3)}
    return {
        "past_outcomes": scores.count,
        "past_crps": round(scores.ours, 3),
        "past_crps_of": {name: round(score, 3) for name, score in scores.baselines.items()},
        **alone,
        "best_baseline": best,
        "past_inside90": round(scores.inside90, 3),
    }


def caveats_of(
    counts: Counts, made: Forecast, year: Mapping[str, Any], beside: Sequence[Mapping[str, Any]]
) -> list[str]:
    """Caveats of a forecast."""
    known = [value for value in counts.values.tolist() if value == value]
    caveats = [
        *_of_the_year(counts),
        *counts.caveats,
        f"A forecast of sums, never of a person. It knows {_known(beside)}, not an operation, not "
        "a law of next month.",
    ]
    if made.widened:
        caveats.append(
            f"Only {len(known)} counts are known; the intervals are widened as so few ask for."
        )
    if not any(known):
        caveats.append("Nothing was ever counted above zero; what could begin is not forecast.")
    if counts.days * len(known) < 730:
        caveats.append("Less than two years are known: the season is hardly learned.")
    caveats += _of_scores(made)
    unknown = year["steps_without_count"]
    if unknown:
        caveats.append(
            f"{unknown:,} {counts.step}s of the year so far have no count and are taken at the "
            "mean of the others."
        )
    return caveats


def _of_the_year(counts: Counts) -> list[str]:
    """What a total of the year is worth where no year is known."""
    days = round(counts.days * len(counts.values))
    if days >= _A_YEAR:
        return []
    return [
        f"Only {days} days are known, no year: nothing is known of the season. The total of the "
        "year is spread up to ten times more and less for it; do not plan on it."
    ]


def _known(beside: Sequence[Mapping[str, Any]]) -> str:
    if not beside:
        return "the past counts alone: not the weather"
    return f"the past counts and {', '.join(one['name'] for one in beside)}"


def needed_told(year: Mapping[str, Any]) -> str:
    """What would have to be true for the threshold."""
    if not year["threshold"]:
        return ""
    if year["so_far"] > year["threshold"]:
        return f"{year['threshold']:,.0f} is passed already: {year['so_far']:,.0f} so far."
    said = (
        f"To pass {year['threshold']:,.0f} in {year['year']}, {year['needed_per_week']:,.0f} a "
        f"week would have to come for {year['weeks_left']:g} weeks"
    )
    highest = year["highest_per_week_over_as_long"]
    if highest is None:
        return f"{said}; the past is shorter than that."
    return f"{said}; the highest mean ever counted over as long is {highest:,.0f} a week."


def _of_scores(made: Forecast) -> list[str]:
    scores = made.scores
    if scores is None:
        return ["The past is too short to say how good this forecast or a plain one would be."]
    told = []
    best = min(scores.baselines, key=lambda name: scores.baselines[name])
    if scores.baselines[best] < scores.ours:
        told.append(
            f"Over the past year {best} was better than this forecast (score "
            f"{scores.baselines[best]:,.1f} against {scores.ours:,.1f}; lower is better)."
        )
    if scores.alone is not None and scores.alone <= scores.ours:
        told.append("Over the past year the covariates did not make this forecast better.")
    if scores.count >= _ENOUGH and not _HONEST[0] <= scores.inside90 <= _HONEST[1]:
        told.append(
            f"Over the past year {scores.inside90:.0%} of outcomes lay inside the 90 % interval."
        )
    return told
