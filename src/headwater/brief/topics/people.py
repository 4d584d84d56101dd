"""Who: office holders and bodies, groups, ranked suspects; of everyone else only how many."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from headwater.brief.briefing import Figure, Line, Row, Table, Topic
from headwater.brief.shelf import Fields
from headwater.brief.topics.organisers import organiser_figures, organiser_lines
from headwater.brief.view import View
from headwater.brief.wording import counted, few, listed, modality_tags, plain, rest
from headwater.draw import Node, Tie, draw_network
from headwater.model import Finding, schemata

_MOST_BODIES = 8
_MOST_ROWS = 25
_MOST_NODES = 24
_MOST_DRAWN = 400
_FIRST = 5
_RANKED = ("suspect", "convicted")
_WORLDS = "plausible worlds (missing and false ties, other readings of grades)"


def who(view: View, findings: Sequence[Finding]) -> Topic:
    """The groups and who organises them, how many are not named, and at last public offices."""
    ranking = next((f for f in findings if f.method == "organisers.ranking"), None)
    ranked = _ranked_lines(view, ranking) if ranking else []
    ranked += organiser_lines(view, findings)
    front = [*_groups(view), *ranked, *_not_named(view), *_bodies(view), *_office_holders(view)]
    tables = [t for t in (_ranked_table(view, ranking), _group_table(view)) if t.rows]
    return Topic(
        id="who",
        title="Who",
        front=tuple(front),
        tables=tuple(tables),
        figures=organiser_figures(view, findings) or _figure(view, ranking),
    )


def is_a(row: Fields, schema: str) -> bool:
    """Whether an entity's row is of a schema or inherits from it."""
    known = schemata().get(row["schema"])
    return known is not None and known.is_a(schema)


def of_kind(view: View, schema: str) -> list[Fields]:
    """Entities of a schema or of one that inherits from it, most often reported first."""
    names = {name for name, known in schemata().items() if known.is_a(schema)}
    rows = view.rows("entities", "schema", names)
    return sorted(rows, key=lambda r: (-r["groups"], -r["reports"], -r["statements"], r["id"]))


def _office_holders(view: View) -> list[Line]:
    holders = [
        row
        for row in view.rows("entities", "public_office", [True])
        if is_a(row, "Person") and view.may_name(row["id"])
    ]
    holders.sort(key=lambda row: (-row["reports"], -row["statements"], row["id"]))
    lines = []
    for row in holders[:_MOST_BODIES]:
        posts = _posts(view, row["id"])
        text = (
            f"{view.name(row['id'])}{', ' + listed(posts, 3) if posts else ', office not stated'}"
        )
        evidence = view.evidence([row["id"]])
        lines.append(Line(f"{text} (public office).", evidence, view.status_tag([row["status"]])))
    return lines


def _posts(view: View, person: str) -> list[str]:
    said = [r["value"] for r in view.about([person]) if r["property"] == "position"]
    for row in view.pointing_at(person, "Occupancy", "holder"):
        posts = [r for r in view.about([row["entity"]]) if r["property"] == "post"]
        said += [view.name(r["value"]) for r in posts]
    return list(dict.fromkeys(filter(None, said)))


class Named(NamedTuple):
    """Entities of one name that nobody has judged to be one: told together, never merged."""

    name: str
    ids: tuple[str, ...]
    reports: int
    groups: int
    status: str

    @property
    def words(self) -> str:
        """The name, with how often it stands for something not yet judged to be the same."""
        return f"{self.name} ({len(self.ids):,} mentions)" if len(self.ids) > 1 else self.name


def named(view: View, schema: str) -> list[Named]:
    """Entities of a kind by their name; most independent groups of reports first."""
    alike: dict[str, list[Fields]] = {}
    entities = of_kind(view, schema)
    for row in entities:
        alike.setdefault(view.name(row["id"]), []).append(row)
    told: dict[str, list[Fields]] = {}
    ids = {row["id"] for row in entities}
    for row in view.rows("statements", "entity", ids, ("entity", "urn", "group")):
        told.setdefault(row["entity"], []).append(row)
    found = []
    for name, rows in alike.items():
        said = [s for row in rows for s in told.get(row["id"], ())]
        status = "accepted" if any(r["status"] == "accepted" for r in rows) else "proposed"
        reports, groups = len({s["urn"] for s in said}), len({s["group"] for s in said})
        found.append(Named(name, tuple(r["id"] for r in rows), reports, groups, status))
    return sorted(found, key=lambda n: (-n.groups, -n.reports, n.name))


def _bodies(view: View) -> list[Line]:
    bodies = named(view, "PublicBody")
    if not bodies:
        return []
    names = listed([body.name for body in bodies], _FIRST)
    evidence = tuple(i for body in bodies[:_FIRST] for i in view.evidence(body.ids)[:1])
    return [Line(f"Public bodies: {names}.", evidence)]


def _groups(view: View) -> list[Line]:
    groups = named(view, "Network")
    if not groups:
        return [Line("No organised crime group is named.")]
    shown = groups[:_FIRST]
    names = [f"{g.name} ({counted(g.groups, 'independent group')})" for g in shown]
    more = f"; {len(groups) - _FIRST:,} more in the table" if len(groups) > _FIRST else ""
    evidence = tuple(i for g in shown for i in view.evidence(g.ids)[:1])
    tags = view.status_tag(g.status for g in shown)
    text = f"Crime groups named, with the sources behind each: {listed(names)}{more}."
    return [Line(text, evidence, tags)]


def _ranked_lines(view: View, ranking: Finding) -> list[Line]:
    rows = _listed(view, ranking)[:_FIRST]
    if not rows:
        return [_nobody_stands_out(view, ranking)]
    lines = []
    for row in rows:
        evidence = ranking.evidence.get(str(row["id"])) or view.evidence([row["id"]])
        text = f"{row['rank']}. {view.name(row['id'])}{_roles(view, row['id'])}{_spread(row)}."
        lines.append(Line(text, tuple(evidence)[:3], sub=True))
    lead = (
        f"Who organises, as {ranking.method} ranks suspects and convicted persons: place, where it "
        f"lies in 90% of {_WORLDS}, and in how many of them among the first five:"
    )
    said = [_weak_basis(view, ranking), _out_of_step(rows)]
    return [
        Line(lead, tags=("assessment",)),
        *lines,
        *(Line(words, sub=True) for words in said if words),
        *_of_one_name(view, rows),
    ]


def _spread(row: Fields) -> str:
    """How far the place may be another, and how often it is among the first five."""
    span = _between(row)
    return f": {span}; in the first five {_chance(row)}" if row.get("p_top5") is not None else span


def _between(row: Fields) -> str:
    low, high = row["rank_low"], row["rank_high"]
    return f"between {low} and {high}" if low != high else f"place {low}"


def _chance(row: Fields) -> str:
    """`24 in 100`; never a certainty where it was not found in every world, nor in none."""
    hundredths = 100 * float(row["p_top5"])
    if 0 < hundredths < 1:
        return "under 1 in 100"
    return "over 99 in 100" if 99 < hundredths < 100 else f"{hundredths:.0f} in 100"


def _weak_basis(view: View, ranking: Finding) -> str:
    """What weak grades carry of the first five; nothing where leaving them out changes nothing."""
    other = ranking.sensitivity.get("weak grades dropped", {})
    found, come, go = (other.get(name, ()) for name in ("first_five", "come", "go"))
    if go and not found:
        first = "of the first five" if len(go) == _FIRST else "who are ranked"
        return f"All {first} rest on weak grades; without them nobody is ranked."
    if not come and not go:
        return ""
    names = [listed([view.name(str(one)) for one in ids], _FIRST) for ids in (found, go)]
    out = f"; {names[1]} would not be among them" if go else ""
    return f"Without weak grades the first would be {names[0]}{out}."


def _out_of_step(rows: Sequence[Fields]) -> str:
    """Why a better place may go with a smaller chance, where it does."""
    chances = [row.get("p_top5") or 0.0 for row in rows]
    if chances == sorted(chances, reverse=True):
        return ""
    return (
        "The place takes the reports as they stand; the chance does not: a place that hangs on few "
        "or weak reports is lost in more worlds, so a better place may have the smaller chance."
    )


def _listed(view: View, ranking: Finding | None) -> list[Fields]:
    """Rows of the ranking that something supports, of people who may be named."""
    rows = ranking.rows if ranking else ()
    return [r for r in rows if view.may_name(str(r["id"])) and _supported(r)]


def _supported(row: Fields) -> bool:
    """Whether a role or a tie stands behind a rank; its score tells where neither is counted."""
    counts = [row[told] for told in ("role_statements", "degree") if told in row]
    return any(counts) if counts else bool(row.get("score"))


def _nobody_stands_out(view: View, ranking: Finding) -> Line:
    rows = [row for row in ranking.rows if view.may_name(str(row["id"]))]
    if not rows:
        return Line(f"No suspect or convicted person could be ranked: {_why_nobody(view)}.")
    people = counted(len(rows), "suspect or convicted person", "suspects and convicted persons")
    text = f"Nobody stands out: no tie and no role is accepted for the {people} known."
    return Line(text, tags=("assessment",))


def _why_nobody(view: View) -> str:
    """What is lacking; who is possibly coerced, or under a stop, is not told apart from others."""
    if view.rows("entities", "rankable", [True], ("id",)):
        return "of none is a role or a tie to another accepted yet"
    if view.rows("entities", "category", _RANKED, ("id",)):
        return "none who is known may be (possibly coerced, or under a humanitarian stop)"
    return "nobody has been decided to be one"


def _of_one_name(view: View, rows: Sequence[Fields]) -> list[Line]:
    """Whether two of the rows bear one name, which nobody has judged to be one person or two."""
    names = Counter(view.name(str(row["id"])) for row in rows)
    return [
        Line(
            f"{n} entries of one name, {name}: whether they are one, an analyst, an officer or a "
            "supervisor decides in the review.",
            sub=True,
        )
        for name, n in names.items()
        if n > 1
    ]


def _roles(view: View, person: str) -> str:
    roles = []
    for row in view.pointing_at(person, "NetworkRole", "member"):
        said = [r for r in view.about([row["entity"]]) if r["property"] == "role"]
        roles += [" ".join([plain(r["value"]), *_modal(r)]) for r in said]
    return f" ({listed(list(dict.fromkeys(roles)), 3)})" if roles else ""


def _modal(row: Fields) -> list[str]:
    tags = [
        *modality_tags([row["modality"]]),
        *(["proposed"] if row["status"] != "accepted" else []),
    ]
    return [f"[{', '.join(tags)}]"] if tags else []


def _not_named(view: View) -> list[Line]:
    people = [row for row in view.unnamed if is_a(row, "Person")]
    waiting = sum(r["category"] in ("", "undecided") for r in people)
    settled = len(people) - waiting
    lines = []
    if waiting:
        lines.append(
            Line(
                f"Named in reports, awaiting a category and so not named here: "
                f"{counted(waiting, 'person', 'people')}."
            )
        )
    if settled:
        lines.append(
            Line(f"Victims, witnesses and people being moved: {few(settled)}; never named here.")
        )
    return lines


def _ranked_table(view: View, ranking: Finding | None) -> Table:
    rows = _listed(view, ranking)
    shown = [
        Row(
            (
                str(row["rank"]),
                view.name(str(row["id"])),
                (view.entity(str(row["id"])) or {}).get("category", ""),
                _roles(view, str(row["id"])).strip(" ()"),
                _between(row),
                _chance(row) if row.get("p_top5") is not None else "",
                _support(row),
            ),
            tuple(ranking.evidence.get(str(row["id"]), ()))[:3] if ranking else (),
        )
        for row in rows[:_MOST_ROWS]
    ]
    return Table(
        "Suspects and convicted persons, ranked (an assessment, from accepted statements only)",
        (
            "place",
            "name",
            "category",
            "role reported",
            "place in 90% of plausible worlds",
            "in the first five",
            "independent groups of reports",
        ),
        tuple(shown),
        rest(len(rows), _MOST_ROWS),
    )


def _support(row: Fields) -> str:
    """How many independent groups of reports stand behind a rank, as the method counted them."""
    given = row.get("groups", row.get("role_groups"))
    return "not counted" if given is None else f"{given}"


def _group_table(view: View) -> Table:
    groups = named(view, "Network")
    shown = [
        Row((g.words, g.status, f"{g.reports:,}", f"{g.groups:,}"), view.evidence(g.ids)[:2])
        for g in groups[:_MOST_ROWS]
    ]
    columns = ("group", "status", "reports", "independent groups of reports")
    title = "Organised crime groups, by name; those of one name may be different groups"
    return Table(title, columns, tuple(shown), rest(len(groups), _MOST_ROWS))


def _figure(view: View, ranking: Finding | None) -> tuple[Figure, ...]:
    """Only people who may be ranked, groups and bodies; nobody else is drawn."""
    score = {str(r["id"]): float(r["score"]) for r in ranking.rows} if ranking else {}
    drawable = _drawable(view, score)
    ties: dict[tuple[str, str], Tie] = {}
    for row in view.between("links", drawable):
        pair = (row["source"], row["target"])
        before = ties.get(pair)
        heavier = 1.0 + (before.weight if before else 0.0)
        proposed = row["status"] != "accepted" and (before is None or before.proposed)
        ties[pair] = Tie(*pair, heavier, bool(row["directed"]), proposed)
    if not ties:
        return ()
    ends = sorted({end for pair in ties for end in pair})
    nodes = [Node(e, view.name(e), _kind(view, e), score.get(e, 0.0)) for e in ends]
    svg = draw_network(nodes, list(ties.values()), title="Who is tied to whom", most=_MOST_NODES)
    caption = "Ties between suspects, convicted persons, groups and bodies, as reported."
    return (Figure(caption, svg),)


def _drawable(view: View, score: dict[str, float]) -> set[str]:
    """The best ranked of those who may be ranked, and every group and body."""
    ranked = [r["id"] for r in view.rows("entities", "rankable", [True]) if view.may_name(r["id"])]
    ranked.sort(key=lambda entity: (-score.get(entity, 0.0), entity))
    bodies = [r["id"] for kind in ("Network", "PublicBody") for r in of_kind(view, kind)]
    return {*ranked[:_MOST_DRAWN], *bodies}


def _kind(view: View, entity: str) -> str:
    row = view.entity(entity) or {"schema": ""}
    for schema, kind in (("Person", "person"), ("Network", "network"), ("PublicBody", "body")):
        if is_a(row, schema):
            return kind
    return "other"
