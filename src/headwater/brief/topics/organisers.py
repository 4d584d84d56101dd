"""Organisers: groups, the removal set with its proof, and their drawings."""

from collections.abc import Mapping, Sequence
from typing import Any

from headwater.analysis import acquaintances
from headwater.brief.briefing import Figure, Line
from headwater.brief.view import View
from headwater.brief.wording import counted, listed
from headwater.draw import Bond, Person, Span, draw_groups, draw_ranks, draw_removal
from headwater.model import Finding
from headwater.picture import Picture

_GROUPS = 3  # groups told in words
_RANKED = 3  # with fewer ranked people than these an interval plot says nothing


def organiser_lines(view: View, findings: Sequence[Finding]) -> list[Line]:
    """Groups and the removal set in sentences, where the methods were run."""
    by_method = {finding.method: finding for finding in findings}
    groups = by_method.get("organisers.groups")
    removal = by_method.get("organisers.removal")
    return [
        *(_group_lines(view, groups) if groups else []),
        *(_removal_lines(view, removal) if removal else []),
    ]


def organiser_figures(view: View, findings: Sequence[Finding]) -> tuple[Figure, ...]:
    """The network by group, places with their intervals, and what removals leave.

    Only people who may be ranked are drawn. Nothing where groups were not asked for.
    """
    by_method = {finding.method: finding for finding in findings}
    groups, ranking = by_method.get("organisers.groups"), by_method.get("organisers.ranking")
    removal = by_method.get("organisers.removal")
    if not groups or not groups.rows or not isinstance(view.picture, Picture):
        return ()
    figures = [_network(view, view.picture, groups, ranking, _chosen(view, removal))]
    if ranking and len(spans := _spans(view, ranking)) >= _RANKED:
        svg = draw_ranks(spans, title="Who most likely organises", of=len(spans))
        words = "Places of suspects and convicted persons, with the interval over plausible worlds."
        figures.append(Figure(words, svg))
    if removal and _chosen(view, removal):
        words = "Pairs of people who could still reach each other after removals."
        figures.append(Figure(words, draw_removal(removal)))
    return tuple(figures)


def _group_lines(view: View, groups: Finding) -> list[Line]:
    rows = sorted(_latest(groups), key=lambda row: -row["people"])
    if not rows:
        return []
    told = [_group_words(view, row) for row in rows[:_GROUPS]]
    evidence = tuple(i for row in rows[:_GROUPS] for i in groups.evidence.get(row["id"], ())[:1])
    text = (
        f"Reported together {_when(groups)}in {counted(len(rows), 'group')}; the largest: "
        f"{'; '.join(told)}."
    )
    return [Line(text, evidence, ("assessment",))]


def _when(groups: Finding) -> str:
    """The period that names and numbers of groups are of; nothing where no tie is dated."""
    period = groups.rows[0]["period"]
    if not period:
        return ""
    window, step = groups.parameters["window"], groups.parameters["step"]
    before = f" and the {counted(window - 1, step)} before" if window > 1 else ""
    return f"in {period}{before}, "


def _group_words(view: View, row: Mapping[str, Any]) -> str:
    """A group by its size and those most tied in it; no name that the view would hide."""
    open_names = {view.name(one) for one in row["members"] if view.may_name(one)}
    around = [name for name in row["around"] if name in open_names]
    people = f"{row['group']}, {row['people']} people"
    return f"{people} around {listed(around)}" if around else people


def _removal_lines(view: View, removal: Finding) -> list[Line]:
    chosen = _chosen(view, removal)
    if not chosen:
        return []
    told = removal.certificate
    names = listed([view.name(one) for one in chosen], len(chosen))
    text = (
        f"Removed together, {names} would leave {told['pairs_left']:,} of {told['before']:,} pairs "
        "of people able to reach each other."
    )
    evidence = tuple(i for one in chosen for i in removal.evidence.get(one, ())[:1])
    said = [_proof(removal), _without_weak(view, removal)]
    return [
        Line(text, evidence, ("assessment",)),
        *(Line(words, sub=True) for words in said if words),
    ]


def _proof(removal: Finding) -> str:
    told = removal.certificate
    most = counted(int(removal.parameters["k"]), "person", "people")
    if told["proved"]:
        return f"Proved: no {most} would leave fewer. A removal can also strengthen a network."
    return (
        f"Not proved best in the {removal.parameters['seconds']:g} s it had: no {most} would leave "
        f"fewer than {told['bound']:,}; given more seconds, the method may prove more to whoever "
        "asks it by itself. A removal can also strengthen a network."
    )


def _without_weak(view: View, removal: Finding) -> str:
    """Whom a removal would take if weak grades were left out; nothing where none is weak."""
    other = removal.sensitivity.get("weak grades dropped", {})
    if "ids" not in other:
        return ""
    if not other["ids"]:
        return "Without weak grades nobody would be chosen: the choice rests on them."
    if not other["changes"]:
        return "Without weak grades the same people would be chosen."
    names = listed([view.name(one) for one in other["ids"]], len(other["ids"]))
    return (
        f"Without weak grades the choice would be {names}, leaving "
        f"{other['pairs_left']:,} pairs; this choice would leave "
        f"{other['pairs_left_by_this_choice']:,}."
    )


def _chosen(view: View, removal: Finding | None) -> list[str]:
    """The people a removal takes; nobody where one of them may not be named here."""
    ids = [str(row["id"]) for row in removal.rows] if removal else []
    return ids if all(view.may_name(one) for one in ids) else []


def _latest(groups: Finding) -> list[dict[str, Any]]:
    return [row for row in groups.rows if row["period"] == groups.rows[0]["period"]]


def _network(
    view: View, picture: Picture, groups: Finding, ranking: Finding | None, chosen: Sequence[str]
) -> Figure:
    group = {one: row["group"] for row in _latest(groups) for one in row["members"]}
    rank = {str(row["id"]): int(row["rank"]) for row in ranking.rows} if ranking else {}
    names, ties = acquaintances(picture, groups.parameters)
    tied = {end for tie in ties for end in (tie.source, tie.target)}
    people = [
        Person(one, view.name(one), group.get(one, ""), rank.get(one, 0), one in set(chosen))
        for one in names
        if one in tied and view.may_name(one)
    ]
    svg = draw_groups(people, [Bond(*tie) for tie in ties], title="Who is tied to whom, by group")
    period = groups.rows[0]["period"]
    caption = (
        "Ties between suspects and convicted persons, from accepted statements, by group"
        f"{f' of {period}; ties of every date are drawn' if period else ''}."
    )
    return Figure(caption, svg)


def _spans(view: View, ranking: Finding) -> list[Span]:
    """Places of the people whom something supports."""
    return [
        Span(view.name(one["id"]), one["rank"], one["rank_low"], one["rank_high"], one["p_top5"])
        for one in ranking.rows
        if view.may_name(one["id"]) and (one.get("degree") or one.get("role_statements"))
    ]
