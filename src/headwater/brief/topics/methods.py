"""Methods: which ones ran, with what they were given, and what other readings would change."""

from collections.abc import Mapping, Sequence
from typing import Any

from headwater.brief.briefing import Line
from headwater.brief.view import View
from headwater.brief.wording import counted, inert, listed, plain
from headwater.model import Finding

_FIRST = 3
_IF = {
    "weak grades dropped": "If weak grades are dropped",
    "position alone": "By position alone",
    "role evidence alone": "By role evidence alone",
}


def method_line(view: View, finding: Finding) -> Line:
    """One method with its version, what it was given, and its other readings in words."""
    given = [
        f"{name} = {_setting(value)}"
        for name, value in finding.parameters.items()
        if value not in ("", None) or name == "layers"
    ]
    text = f"{finding.method}, version {finding.version}"
    text += f" ({', '.join(given)})." if given else "."
    for reading, change in finding.sensitivity.items():
        text += f" {_IF.get(reading, plain(reading))}: {_change(view, finding, change)}."
    return Line(inert(text))


def _setting(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple | set | frozenset):
        return listed([str(v) for v in value]) if value else "all"
    return str(value) if value not in ("", None) else "all"


def _change(view: View, finding: Finding, change: Any) -> str:  # noqa: ANN401 - as methods tell
    """What another reading changes, in words: numbers and names, never the data as it lies."""
    if not isinstance(change, Mapping):
        return view.mask.hide(str(change))
    if "no_longer_seen" in change or "no_longer_told" in change:
        return _lost(view, finding, change)
    if {"first_five", "come", "go"} <= change.keys():
        return _first_five(view, change)
    if "changes" in change:
        return _chosen(view, change)
    said = [f"{plain(str(name))}: {_value(view, value)}" for name, value in change.items()]
    return "; ".join(said) or "no change"


def _value(view: View, value: object) -> str:
    if isinstance(value, list | tuple):
        return _names(view, value) or "none"
    return view.mask.hide(str(value))


def _lost(view: View, finding: Finding, change: Mapping[str, Any]) -> str:
    """What nobody would tell any more: legs, or fees of them."""
    if "no_longer_told" in change:
        return _fees_lost(change)
    return _legs_lost(view, finding, change["no_longer_seen"])


def _fees_lost(change: Mapping[str, Any]) -> str:
    """Fees by leg that are gone, and those of which half pay less than another amount."""
    gone, others = len(change["no_longer_told"]), len(change["other_medians"])
    words = [f"{counted(gone, 'fee by leg is', 'fees by leg are')} no longer told" if gone else ""]
    words += [f"{counted(others, 'median is', 'medians are')} another" if others else ""]
    return " and ".join(filter(None, words)) or "no fee by leg changes"


def _first_five(view: View, change: Mapping[str, Sequence[object]]) -> str:
    if not change["first_five"]:
        return "nobody stands out"
    come, go = _names(view, change["come"]), _names(view, change["go"])
    words = [f"{come} would come into the first five" if come else ""]
    words += [f"{go} would leave them" if go else ""]
    return " and ".join(filter(None, words)) or "the first five stay"


def _chosen(view: View, change: Mapping[str, Any]) -> str:
    """Who else would be chosen."""
    if not change["changes"]:
        return "the same people are chosen"
    come, go = _names(view, change.get("come", ())), _names(view, change.get("go", ()))
    words = [f"{come} would be chosen too" if come else "", f"{go} would not be" if go else ""]
    return " and ".join(filter(None, words)) or "the same people are chosen"


def _names(view: View, ids: Sequence[object]) -> str:
    return listed([view.name(str(entity)) for entity in ids], 5)


def _legs_lost(view: View, finding: Finding, keys: Sequence[object]) -> str:
    """Legs that are gone, by their ends, the first few of them."""
    if not keys:
        return "no leg is lost"
    rows = {str(row.get("id")): row for row in finding.rows}
    words = [_leg_words(view, rows.get(str(key), {})) for key in keys]
    names = list(dict.fromkeys(filter(None, words)))[:_FIRST]
    are = "leg is" if len(keys) == 1 else "legs are"
    lead = f"{len(keys):,} {are} no longer seen"
    left = len(keys) - sum(word in names for word in words)
    more = f" and {left:,} more" if left else ""
    return f"{lead}: {', '.join(names)}{more}" if names else lead


def _leg_words(view: View, row: Mapping[str, Any]) -> str:
    ends = [row.get(f"{side}_name") or view.name(str(row.get(side, ""))) for side in ("from", "to")]
    return " to ".join(view.mask.hide(str(end)) for end in ends) if all(ends) else ""
