"""The people of plain files: who there is, with which category, and who has none."""

from collections.abc import Mapping
from types import MappingProxyType

import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import words
from headwater.picture.given.cells import PlainCells
from headwater.picture.given.files import repeat, text_of
from headwater.picture.given.wording import BODIES, KINDS
from headwater.picture.people import SEPARATOR, judge_people
from headwater.picture.tables import make_table

Bodies = Mapping[str, str]
"""Ids of companies and other bodies, each with its schema."""
_NO_BODIES: Bodies = MappingProxyType({})


def people_tables(
    people: PlainCells,
    links: pa.Table | None,
    assume: str,
    money: pa.Table | None = None,
    bodies: Bodies = _NO_BODIES,
) -> dict[str, pa.Table]:
    """The tables `entities`, `names` and `categories`.

    Ends of links and of movements of money that no row of people has are people without attributes,
    unless they are bodies: of a body there is no category, and nothing to decide.
    Of who does nothing but pay no category is assumed: that is what customers do. A person with
    several rows holds every category that they give. A word that is no category decides nothing,
    and nothing is assumed about that person either: the category is undecided.

    Args:
        people: The file of people; one without rows where none is given.
        links: The table `links` of the picture, or None.
        assume: Category of people who have none, or empty.
        money: The table `money` of the picture, or None.
        bodies: Which ends are no people; who has a row in the file of people is one.
    """
    mentions = _mentions(people)
    named = mentions.filter(pc.not_equal(mentions["name"], ""))
    decided = mentions.filter(pc.not_equal(mentions["category"], ""))
    entities = _entities(mentions, _touched(links, money), assume, _only_pay(links, money))
    known = set(pc.unique(mentions["entity"]).to_pylist())
    return {
        "entities": _with_bodies(entities, {k: v for k, v in bodies.items() if k not in known}),
        "names": make_table("names", {"kind": repeat("name", named.num_rows), **_columns(named)}),
        "categories": make_table(
            "categories",
            {"reason": repeat(f"given in {people.file}", decided.num_rows), **_columns(decided)},
        ),
    }


def _mentions(people: PlainCells) -> pa.Table:
    """The rows of the file of people: who, name, category as given, and as it is held."""
    given = people.text("category")
    category = people.word("category", words("category"), "taken as undecided")
    strange = pc.and_(pc.not_equal(given, ""), pc.equal(category, ""))
    columns = {
        "entity": people.needed("id"),
        "name": people.text("name"),
        "category": category,
        "held": pc.if_else(strange, "undecided", category),
        "statement": people.statements,
        "status": people.empty("accepted"),
    }
    return pa.table(columns).filter(people.kept)


def bodies_of(money: PlainCells) -> dict[str, str]:
    """The ends of movements that the file says are a company or another body, with the schema.

    Who is a person in one row is a person, whatever other rows say.
    """
    said: dict[str, set[str]] = {}
    for side in ("from", "to"):
        kinds = money.word(f"{side}_kind", tuple(KINDS), "treated as a person", also=BODIES)
        other = pc.and_(pc.equal(kinds, ""), pc.not_equal(money.text(f"{side}_kind"), ""))
        kinds = pc.if_else(other, "person", kinds)
        told = pa.table({"id": money.text(side), "kind": kinds}).filter(pc.not_equal(kinds, ""))
        for row in told.group_by(["id", "kind"]).aggregate([]).to_pylist():
            said.setdefault(row["id"], set()).add(row["kind"])
    return {one: KINDS[min(kinds)] for one, kinds in said.items() if "person" not in kinds and one}


def _with_bodies(entities: pa.Table, bodies: Bodies) -> pa.Table:
    """The entities, bodies under their schema and without a category."""
    body = pc.is_in(entities["id"], value_set=pa.array(list(bodies), pa.string()))
    schemas = [bodies.get(one, "Person") for one in entities["id"].to_pylist()]
    columns = _columns(entities) | {
        "schema": pa.array(schemas, pa.string()),
        "category": pc.if_else(body, "", pc.cast(entities["category"], pa.string())),
        "rankable": pc.and_not(entities["rankable"], body),
        "protected": pc.and_not(entities["protected"], body),
    }
    return make_table("entities", columns)


def people_caveats(entities: pa.Table, people: pa.Table | None, assume: str) -> list[str]:
    """What must be said about the categories of these people."""
    entities = entities.filter(pc.equal(entities["schema"], "Person"))
    given = None if people is None else text_of(people, "category")
    with_category = set() if given is None else _ids(people, pc.not_equal(given, ""))
    known = pc.is_in(entities["id"], value_set=pa.array(sorted(with_category), pa.string()))
    others = entities.filter(pc.invert(known))
    assumed = others.filter(pc.equal(others["category"], assume)).num_rows if assume else 0
    without, caveats = others.num_rows - assumed, []
    if assumed:
        caveats.append(
            f"{assumed} of {entities.num_rows} people came without a category and are assumed to "
            f"be {assume}; nobody has decided that about them."
        )
    if without:
        caveats.append(
            f"{without} of {entities.num_rows} people have no category and cannot be ranked: give "
            "one in the column category, or, where nobody in the files is a victim, a witness or a "
            "person being moved, --assume-category suspect."
        )
    return caveats


def _ids(people: pa.Table, chosen: pa.Array) -> set[str]:
    return set(pc.unique(text_of(people, "id").filter(chosen)).to_pylist()) - {""}


def _columns(table: pa.Table) -> dict[str, pa.ChunkedArray]:
    return dict(zip(table.column_names, table.columns, strict=True))


def _touched(links: pa.Table | None, money: pa.Table | None) -> pa.Table:
    """One row for each end of each link and movement of money."""
    columns = ("report", "date")
    ends = [pa.table({name: pa.array([], pa.string()) for name in ("entity", *columns)})]
    for table, sides in ((links, ("source", "target")), (money, ("from", "to"))):
        if table is None:
            continue
        for side in sides:
            kept = table.filter(pc.not_equal(table[side], ""))
            ends.append(pa.table({"entity": kept[side], **{n: kept[n] for n in columns}}))
    return pa.concat_tables(ends)


def _only_pay(links: pa.Table | None, money: pa.Table | None) -> pa.Array:
    """Ids of those of whom nothing is known but that they pay."""
    if money is None:
        return pa.array([], pa.string())
    others = [money["to"], *(links[side] for side in ("source", "target") if links is not None)]
    known = pa.chunked_array([chunk for column in others for chunk in column.chunks], pa.string())
    payers = pc.unique(money["from"])
    return payers.filter(pc.invert(pc.is_in(payers, value_set=pc.unique(known))))


def _entities(mentions: pa.Table, touched: pa.Table, assume: str, payers: pa.Array) -> pa.Table:
    everybody = pc.unique(
        pa.chunked_array([*mentions["entity"].chunks, *touched["entity"].chunks], pa.string())
    )
    strangers = payers.filter(pc.invert(pc.is_in(payers, value_set=pc.unique(mentions["entity"]))))
    category, rankable, protected = _judged(mentions, everybody, assume, set(strangers.to_pylist()))
    dated = touched.set_column(
        2, "date", pc.if_else(pc.equal(touched["date"], ""), None, touched["date"])
    )
    seen = dated.group_by("entity").aggregate(
        [([], "count_all"), ("report", "count_distinct"), ("date", "min"), ("date", "max")]
    )
    at = pc.index_in(everybody, value_set=seen["entity"])
    name = _longest_name(mentions, everybody)
    reports = pc.fill_null(seen["report_count_distinct"].take(at), 0)
    return make_table(
        "entities",
        {
            "id": everybody,
            "schema": repeat("Person", len(everybody)),
            "caption": pc.if_else(pc.equal(name, ""), everybody, name),
            "category": category,
            "rankable": rankable,
            "protected": protected,
            "status": repeat("accepted", len(everybody)),
            "statements": pc.fill_null(seen["count_all"].take(at), 0),
            "reports": reports,
            "groups": reports,
            "first": seen["date_min"].take(at),
            "last": seen["date_max"].take(at),
        },
    )


def _judged(
    mentions: pa.Table, everybody: pa.Array, assume: str, strangers: set[str]
) -> tuple[pa.Array, pa.Array, pa.Array]:
    decided = mentions.filter(pc.not_equal(mentions["held"], ""))
    held: dict[str, set[str]] = {}
    for entity, word in zip(
        decided["entity"].to_pylist(), decided["held"].to_pylist(), strict=True
    ):
        held.setdefault(entity, set()).add(word)
    joined = [
        SEPARATOR.join(sorted(held.get(one, {"" if one in strangers else assume})))
        for one in everybody.to_pylist()
    ]
    no = pa.repeat(False, len(everybody))
    return judge_people(pa.array(joined, pa.string()), no, no)


def _longest_name(mentions: pa.Table, everybody: pa.Array) -> pa.Array:
    by_length = mentions.append_column("length", pc.utf8_length(mentions["name"])).sort_by(
        [("length", "descending"), ("name", "ascending")]
    )
    at = pc.index_in(everybody, value_set=by_length["entity"].combine_chunks())
    return pc.fill_null(by_length["name"].take(at), "").combine_chunks()
