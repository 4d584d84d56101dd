"""Who and what there is: entities with their names, categories and counts."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from headwater.model import OPEN_SOURCE, schemata
from headwater.picture.awaiting import Question
from headwater.picture.coded import Coded, Codes
from headwater.picture.engine import ask, engine_over
from headwater.picture.people import (
    decisions_of,
    humanitarian_stops,
    judge_people,
    possibly_coerced,
)
from headwater.picture.tables import make_table

_NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")
_NUMBERS = (
    *("phone", "registrationNumber", "iban", "accountNumber", "username", "email"),
    *("cryptoAddress", "passportNumber", "number", "title", "series"),
)
_OWN = 1_000_000  # what a statement says of its subject outweighs what another's value implies
_DEPTH = 1_000


def names_of(coded: Coded) -> pa.Table:
    """The table `names`."""
    rows = coded.rows_at(_with_property(coded, _NAMES), ["language"])
    columns = {
        "entity": rows["entity"],
        "name": rows["value"],
        "kind": rows["property"],
        "language": rows["language"],
        "status": rows["status"],
        "statement": rows["id"],
    }
    return make_table("names", columns)


def entities_of(
    coded: Coded,
    reports: pa.Table,
    names: pa.Table,
    people: tuple[pa.Table, Sequence[Question]],
) -> pa.Table:
    """The table `entities`: everything that a statement has as its subject or its value.

    Args:
        coded: The statements.
        reports: The table `reports`.
        names: The table `names`.
        people: The table `categories`, and who of them may be recorded as being moved.
    """
    counts = _counts(coded, reports)
    kinds = counts["kind"].to_numpy() % _DEPTH
    known = list(schemata())
    schema = pa.array(known, pa.string()).take(pa.array(kinds))
    person = np.array([_is_person(name) for name in known], dtype=np.bool_)[kinds]
    category, rankable, protected = _judged(coded, *people)
    human = pa.array(person)
    return make_table(
        "entities",
        {
            "id": coded.ids,
            "schema": schema,
            "caption": _captions(coded, names),
            "category": pc.if_else(human, category, ""),
            "rankable": pc.and_(human, rankable),
            "protected": pc.and_(human, protected),
            "public_office": pc.is_in(coded.ids, value_set=_in_public_office(coded, reports)),
            "status": pc.if_else(counts["accepted"], "accepted", "proposed"),
            **{name: counts[name] for name in ("statements", "reports", "groups")},
            **{name: counts[name] for name in ("first", "last")},
        },
    )


def _judged(
    coded: Coded, categories: pa.Table, waiting: Sequence[Question]
) -> tuple[pa.Array, pa.Array, pa.Array]:
    """Category, rankable and protected of each id, as if all were people."""
    return judge_people(
        decisions_of(categories, coded.ids, [one.entity for one in waiting if one.strong]),
        pc.is_in(coded.ids, value_set=possibly_coerced(coded)),
        pc.is_in(coded.ids, value_set=humanitarian_stops(coded)),
        pc.is_in(coded.ids, value_set=pa.array([one.entity for one in waiting], pa.string())),
    )


def _is_person(name: str) -> bool:
    """People, and those of whom it is not said whether they are a person or a body."""
    return schemata()[name].is_a("Person") or name == "LegalEntity"


def _counts(coded: Coded, reports: pa.Table) -> pa.Table:
    """What stands behind each entity, in the order of `coded.ids`.

    A statement stands behind its subject, and behind the entity that is its value. That somebody
    decided a person's category shows neither that the person is there nor when.
    """
    own, implied = _kinds(coded)
    accepted = pc.equal(coded.statements["status"], "accepted").to_numpy()
    named = coded.value >= 0
    shown = ~_decided(coded, reports)
    yes = np.ones(own.size, np.bool_)
    parts = (
        (coded.entity, own + _OWN, accepted, yes, yes),
        (coded.value, implied, ~yes, shown, named),
    )
    touched = [
        pa.table(
            {
                "e": pa.array(entity[mask].astype(np.int32)),
                "kind": pa.array(kind[mask].astype(np.int32)),
                "accepted": pa.array(status[mask]),
                "shown": pa.array(shows[mask]),
                "u": pa.array(coded.report[mask].astype(np.int32)),
                "day": coded.valid_from.filter(pa.array(mask)),
            }
        )
        for entity, kind, status, shows, mask in parts
    ]
    with engine_over(touched=pa.concat_tables(touched), books=_books(coded, reports)) as engine:
        return ask(
            engine,
            """
            SELECT e, max(kind) AS kind, bool_or(accepted) AS accepted,
                count(*)::INTEGER AS statements,
                count(DISTINCT u) FILTER (shown)::INTEGER AS reports,
                count(DISTINCT g) FILTER (shown)::INTEGER AS groups,
                min(said) FILTER (shown) AS first, max(said) FILTER (shown) AS last
            FROM (SELECT *, coalesce(nullif(touched.day, ''), nullif(books.day, '')) AS said
                FROM touched JOIN books USING (u)) GROUP BY e ORDER BY e""",
        )


def _decided(coded: Coded, reports: pa.Table) -> npt.NDArray[np.bool_]:
    """For each statement whether it is part of a decision, not of what somebody observed."""
    made = set(reports.filter(pc.equal(reports["format"], "decision"))["urn"].to_pylist())
    by_report = np.array([urn in made for urn in coded.urns], dtype=np.bool_)
    schema = _one(coded.statements["schema"])
    kinds = pc.equal(schema.dictionary, "CategoryDecision").to_numpy(zero_copy_only=False)
    found: npt.NDArray[np.bool_] = kinds[schema.indices.to_numpy()] | by_report[coded.report]
    return found


def _books(coded: Coded, reports: pa.Table) -> pa.Table:
    known = reports["information_from"]
    day = pc.if_else(pc.equal(known, ""), reports["record_date"], known)
    at = pc.index_in(pa.array(coded.urns, pa.string()), value_set=_one(reports["urn"]))
    return pa.table(
        {
            "u": pa.array(range(len(coded.urns)), pa.int32()),
            "g": pa.array(coded.groups),
            "day": day.take(at),
        }
    )


def _kinds(coded: Coded) -> tuple[Codes, Codes]:
    """What each statement says of the schema of its subject, and of its value's: larger is more."""
    places = {name: i for i, name in enumerate(schemata())}
    rank = {name: len(one.ancestors) * _DEPTH + places[name] for name, one in schemata().items()}
    schema, prop = (_one(coded.statements[name]) for name in ("schema", "property"))
    fallback = rank["Thing"]
    names, words = schema.dictionary.to_pylist(), prop.dictionary.to_pylist()
    own = np.array([rank.get(name, fallback) for name in names], dtype=np.int64)
    implied = np.zeros((len(names), max(1, len(words))), dtype=np.int64)
    for i, name in enumerate(names):
        known = schemata()[name].properties if name in schemata() else {}
        ranges = (known[word].range if word in known else "" for word in words)
        implied[i, : len(words)] = [rank.get(one, fallback) for one in ranges]
    rows = schema.indices.to_numpy()
    return own[rows], implied[rows, prop.indices.to_numpy()]


def _captions(coded: Coded, names: pa.Table) -> pa.Array:
    """The name given most often; else a number; else the words that refer to it; else its id."""
    numbers = coded.rows_at(_with_property(coded, _NUMBERS))
    caption = pc.coalesce(
        _best(coded, _said(names, "entity", "name", "kind")),
        _best(coded, _said(numbers, "entity", "value", "property")),
    )
    bare = np.zeros(len(coded.ids) + 1, dtype=np.bool_)
    bare[:-1] = pc.is_null(caption).to_numpy(zero_copy_only=False)
    referring = coded.rows_at(np.flatnonzero(bare[coded.value]), ["text"])
    words = _best(coded, _said(referring, "value", "text", "property"))
    return pc.coalesce(caption, words, coded.ids)


def _said(rows: pa.Table, entity: str, name: str, kind: str) -> pa.Table:
    given = rows.select([entity, name, kind]).rename_columns(["id", "name", "kind"])
    return given.filter(pc.not_equal(given["name"], ""))


def _best(coded: Coded, said: pa.Table) -> pa.Array:
    """For each id the best of what is said, or null."""
    order = pa.table({"kind": [*_NAMES, *_NUMBERS], "place": range(len(_NAMES + _NUMBERS))})
    with engine_over(said=said, kinds=order) as engine:
        best = ask(
            engine,
            """
            WITH counted AS (SELECT id, name, coalesce(min(place), 99) AS place, count(*) AS times
                FROM said LEFT JOIN kinds USING (kind) GROUP BY id, name)
            SELECT id, first(name ORDER BY place, times DESC, length(name) DESC, name) AS name
            FROM counted GROUP BY id""",
        )
    return _one(best["name"].take(pc.index_in(coded.ids, value_set=_one(best["id"]))))


def _in_public_office(coded: Coded, reports: pa.Table) -> pa.Array:
    """Ids of those to whom an open source gives a public office."""
    known = pc.and_(reports["origin_known"], pc.not_equal(reports["originator"], OPEN_SOURCE))
    open_source = reports.filter(pc.invert(known))["urn"]
    rows = coded.rows_at(_with_property(coded, ("topics", "position", "holder")))
    rows = rows.filter(pc.is_in(pc.cast(rows["urn"], pa.string()), value_set=_one(open_source)))
    office = pc.or_(
        pc.equal(rows["property"], "position"), pc.starts_with(rows["value"], "role.pep")
    )
    holder = pc.and_(pc.equal(rows["schema"], "Occupancy"), pc.equal(rows["property"], "holder"))
    subjects = pc.cast(rows.filter(office)["entity"], pa.string())
    holders = rows.filter(holder)["value"]
    return pc.unique(pa.chunked_array([*subjects.chunks, *holders.chunks], pa.string()))


def _with_property(coded: Coded, names: tuple[str, ...]) -> npt.NDArray[np.int64]:
    """Places of the statements with one of these properties."""
    prop = _one(coded.statements["property"])
    codes = [i for i, word in enumerate(prop.dictionary.to_pylist()) if word in names]
    return np.flatnonzero(np.isin(prop.indices.to_numpy(), codes))


def _one(column: pa.ChunkedArray) -> pa.Array:
    if pa.types.is_dictionary(column.type):
        column = column.unify_dictionaries()
    return column.combine_chunks()
