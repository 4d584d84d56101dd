"""What Splink compares: levels in SQL that means the same on DuckDB and on Spark."""

from collections.abc import Mapping, Sequence
from typing import Any

from headwater.resolve.engines.splink.table import EDGES

_STEP = EDGES[1] - EDGES[0]
_RARE = 2.0**-44  # u of every level of a name; only m / u counts, and that is fixed
_ROUNDS = 10  # of EM, which is slow on Spark; what it finds hardly moves after that
_ESTIMATED = ("m_probability", "u_probability")

SHARED_KEY = "l.key = r.key"
"""Pairs that share one of our rarer keys: those Splink learns from."""


def settings(fields: Sequence[str], dialect: str) -> dict[str, Any]:
    """Settings of a linker for the table of `people`; the dialect is `duckdb` or `spark`."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "comparisons": [_names(), _births(), *(_listed(field, dialect) for field in fields)],
        "blocking_rules_to_generate_predictions": [SHARED_KEY],
        "max_iterations": _ROUNDS,
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
    }


def with_estimates(wanted: dict[str, Any], trained: Mapping[str, Any]) -> dict[str, Any]:
    """Settings for one dialect with what was estimated on another."""
    for ours, theirs in zip(wanted["comparisons"], trained["comparisons"], strict=True):
        levels = zip(ours["comparison_levels"], theirs["comparison_levels"], strict=True)
        for level, estimated in levels:
            level |= {name: estimated[name] for name in _ESTIMATED if name in estimated}
    return wanted


def _names() -> dict[str, Any]:
    """Name bits as levels: what they are worth is known, so that it is not estimated again."""
    levels = [_null("named")]
    for number in range(len(EDGES), 0, -1):
        sql = f"array_contains(met_l, concat(mark_r, ':{number}'))"
        levels.append(_name_level(sql, f"from {EDGES[number - 1]} bits", number))
    return _comparison("name", [*levels, _name_level("ELSE", "fewer bits", 0)])


def _name_level(sql: str, words: str, number: int) -> dict[str, Any]:
    bits = EDGES[0] + (number - 0.5) * _STEP
    return {
        **_level(sql, words),
        "m_probability": _RARE * 2.0**bits,
        "u_probability": _RARE,
        "fix_m_probability": True,
        "fix_u_probability": True,
    }


def _births() -> dict[str, Any]:
    year_l, year_r = "substr(born_l, 1, 4)", "substr(born_r, 1, 4)"
    swapped = (
        "concat(substr(born_l, 1, 4), '-', substr(born_l, 9, 2), '-', substr(born_l, 6, 2))"
        " = born_r AND length(born_l) = 10"
    )
    shorter = "substr(born_{0}, 1, length(born_{1})) = born_{1}"
    levels = [
        _null("born"),
        _level("born_l = born_r AND length(born_l) = 10", "same day"),
        _level(swapped, "day and month swapped"),
        _level(f"{shorter.format('l', 'r')} OR {shorter.format('r', 'l')}", "same as far as known"),
        _level("substr(born_l, 5, 6) = substr(born_r, 5, 6)", "same day of another year"),
        _level(f"{year_l} = {year_r}", "same year"),
        _level(f"abs(cast({year_l} AS int) - cast({year_r} AS int)) = 1", "a year apart"),
        _level("ELSE", "otherwise"),
    ]
    return _comparison("birth_date", levels)


def _listed(field: str, dialect: str) -> dict[str, Any]:
    from splink.comparison_level_library import ArrayIntersectLevel

    shared = ArrayIntersectLevel(field, min_intersection=1).create_level_dict(dialect)
    return _comparison(field, [_null(field), shared, _level("ELSE", "none shared")])


def _comparison(name: str, levels: list[dict[str, Any]]) -> dict[str, Any]:
    return {"output_column_name": name, "comparison_levels": levels}


def _level(sql: str, words: str) -> dict[str, Any]:
    return {"sql_condition": sql, "label_for_charts": words}


def _null(column: str) -> dict[str, Any]:
    sql = f"{column}_l IS NULL OR {column}_r IS NULL"
    return {**_level(sql, "not known"), "is_null_level": True}
