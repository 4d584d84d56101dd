"""The document that is signed: the design on a page of impact.power, and what departs from it."""

from collections.abc import Mapping
from typing import Any

from headwater.analysis.impact import power
from headwater.model import Finding, WrongUse

PAGE = "impact.power"
"""The method whose page is registered."""

CHECKED = ("impact.effect", "impact.sequential")
"""The methods whose findings are held against a registered design."""

_LISTS = ("displacement", "covariates", "exclude")
_AS_THEY_ARE = ("accepted_only", "drop_weak")


def document(page: Finding, operation: str, periods: int = 0) -> dict[str, Any]:
    """What is signed: the design, its length, and what it can show.

    Args:
        page: A finding of impact.power.
        operation: What the operation is called.
        periods: Length of its window; 0 for the shortest that shows the change hoped for with the
            chance wanted, or else the longest on the page.

    Raises:
        WrongUse: If it is no such page, was altered, answers nothing, or does not speak of that
            length.
    """
    rows = _rows_of(page, operation)
    row = _row(rows, periods, page.parameters["chance"])
    return {
        "operation": operation.strip(),
        "method": page.method,
        "version": page.version,
        "parameters": page.parameters,
        "design": page.certificate["design"],
        "page_sha256": page.certificate["sha256"],
        "periods": row["periods"],
        "chance_to_see": row["seen"],
        "smallest_fall_seen": row["least"],
        "picture": page.picture,
    }


def _rows_of(page: Finding, operation: str) -> list[dict[str, Any]]:
    """The lengths that a page speaks of, once it is one and as it was made."""
    design = page.certificate.get("design")
    rows = [row for row in page.rows if row.get("periods") and not row.get("series")]
    if page.method != PAGE or not design or not rows:
        raise WrongUse(
            "this is no page of a design",
            why=f"what is registered is what {PAGE} found, with a length that it could try",
            do=f"headwater analyse {PAGE} --json > page.json",
        )
    if not operation.strip():
        raise WrongUse("the operation has no name", do="give --operation NAME")
    if power.digest(design, page.rows) != page.certificate.get("sha256"):
        raise WrongUse(
            "the page was altered after it was made",
            why="its SHA-256 is not that of its design and rows",
            do=f"headwater analyse {PAGE} --json > page.json, and register it as it is",
        )
    return rows


def _row(rows: list[dict[str, Any]], periods: int, chance: float) -> dict[str, Any]:
    if periods:
        for row in rows:
            if row["periods"] == periods:
                return row
        tried = ", ".join(str(row["periods"]) for row in rows)
        raise WrongUse(f"the page says nothing of {periods} periods", do=f"one of {tried}")
    enough = [row for row in rows if not row["why"] and row["seen"] >= chance]
    tried_well = [row for row in rows if not row["why"]] or rows
    return enough[0] if enough else tried_well[-1]


def differences(registered: Mapping[str, Any], finding: Finding) -> list[dict[str, Any]]:
    """In what a finding departs from the registered document: part, registered, now.

    Raises:
        WrongUse: If the finding is of a method that no design is registered for.
    """
    if finding.method not in CHECKED:
        raise WrongUse(
            f"{finding.method} follows no registered design", do=f"use {' or '.join(CHECKED)}"
        )
    then, now = _parts_registered(registered), _parts_of(finding)
    return [
        {"part": part, "registered": value, "now": now[part]}
        for part, value in then.items()
        if part in now and now[part] != value
    ]


def _parts_registered(registered: Mapping[str, Any]) -> dict[str, Any]:
    design = registered["design"]
    return {
        "treated": design["treated"],
        "start": design["from"],
        "periods": registered["periods"],
        "step": design["step"],
        "donors": sorted(design["donors"]),
        "test": design["test"].partition(",")[0],
        **_given(registered["parameters"]),
    }


def _parts_of(finding: Finding) -> dict[str, Any]:
    """The same parts of a finding, as far as it has them; looks have neither length nor test."""
    first = finding.rows[0] if finding.rows else {}
    told: dict[str, Any] = {"treated": first.get("treated")}
    told |= {"step": finding.certificate.get("step"), **_given(finding.parameters)}
    if finding.method == "impact.sequential":
        used = finding.certificate.get("donors", [])
        return told | {"start": first.get("date"), "donors": sorted(used)}
    used = [one["series"] for part in ("donors", "left_out") for one in first.get(part, [])]
    return told | {
        "start": first.get("start"),
        "periods": finding.certificate.get("periods_treated"),
        "donors": sorted(used),
        "test": f"{finding.method} {finding.version}",
    }


def _given(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """What was set, lists of series in order."""
    lists = {name: sorted(filter(None, parameters[name].split("|"))) for name in _LISTS}
    return lists | {name: parameters[name] for name in _AS_THEY_ARE}
