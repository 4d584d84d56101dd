"""What statements say that somebody does or controls: the functions behind a role.

A function is shown by a statement, never by a place in a drawing (UNODC 2018, on the roles of
smuggling networks): who pays and is paid, who sends boats and engines and who gets them, who runs a
leg, who gives instructions, whose vehicle it is. Nothing is read from where somebody comes from or
what somebody believes.
"""

import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture import Picture
from headwater.safeguard import never_equipment

FUNCTIONS: dict[str, str] = {
    "advertises": "offers places or prices under an account of their own",
    "called_before_launch": "was called or written to in the two days before a launch",
    "gets_equipment": "got boats, engines or other equipment",
    "instructed": "got instructions from somebody in the network",
    "instructs": "gave instructions or was reported to",
    "is_paid": "received money",
    "owns_vehicle": "owns a vehicle that a report names",
    "pays": "paid somebody",
    "pilots": "steered a boat",
    "runs_leg": "ran a leg of the journey",
    "sends_equipment": "supplied boats, engines or other equipment",
}
"""Every function by its word, in words for a reader."""

_FROM_PROPERTY = {
    ("Leg", "operator"): "runs_leg",
    ("Launch", "pilot"): "pilots",
    ("Vehicle", "owner"): "owns_vehicle",
}
_FROM_MONEY = {
    ("payment", "from"): "pays",
    ("payment", "to"): "is_paid",
    ("supply", "from"): "sends_equipment",
    ("supply", "to"): "gets_equipment",
}
_COMMAND = pa.array(["command", "instruction", "instructs", "order", "orders", "supervision"])
_CALLS = pa.array(["call", "calls", "communication", "message", "messages", "phone_call", "sms"])
_DAYS_BEFORE = 2
_SAYS = ("status", "modality", "grade", "group", "statement")
_COLUMNS = ("person", "function", *_SAYS)


def function_rows(picture: Picture) -> pa.Table:
    """One row for each time that a statement shows somebody in a function.

    Columns: person, function, status, modality, grade, group, statement; all text. Sorted by
    statement, function and person.
    """
    statements = picture.statements
    parts = [
        *_from_properties(statements),
        *_from_money(picture.money),
        *_instructions(picture.links),
        _adverts(statements),
        _calls_before(picture.links, statements),
    ]
    keys = [(name, "ascending") for name in ("statement", "function", "person")]
    return pa.concat_tables([part.cast(_SCHEMA) for part in parts]).sort_by(keys)


_SCHEMA = pa.schema([(name, pa.string()) for name in _COLUMNS])


def _rows(table: pa.Table, person: str, function: str) -> pa.Table:
    word = pa.repeat(function, table.num_rows)
    columns = [table[person], word, *(table[name] for name in _SAYS)]
    return pa.table(dict(zip(_COLUMNS, columns, strict=True))).cast(_SCHEMA)


def _told(statements: pa.Table, schema: str, name: str) -> pa.Table:
    mask = pc.and_(pc.equal(statements["schema"], schema), pc.equal(statements["property"], name))
    found = statements.filter(mask)
    return found.rename_columns(["statement" if c == "id" else c for c in found.column_names])


def _from_properties(statements: pa.Table) -> list[pa.Table]:
    return [
        _rows(_told(statements, schema, name), "value", function)
        for (schema, name), function in _FROM_PROPERTY.items()
    ]


def _from_money(money: pa.Table) -> list[pa.Table]:
    parts = []
    for (kind, end), function in _FROM_MONEY.items():
        rows = money.filter(pc.equal(money["kind"], kind))
        if kind == "payment":
            # Words may tell of a payment without its sum; a row whose sum made no sense tells none.
            told = pc.or_(pc.is_valid(rows["low"]), pc.not_equal(rows["text"], ""))
            rows = rows.filter(told)
        if kind == "supply":
            aid = [text for text in pc.unique(rows["text"]).to_pylist() if never_equipment(text)]
            rows = rows.filter(
                pc.invert(pc.is_in(rows["text"], value_set=pa.array(aid, pa.string())))
            )
        parts.append(_rows(rows, end, function))
    return parts


def _instructions(links: pa.Table) -> list[pa.Table]:
    """Directed ties of command run from the one who gives the instruction."""
    rows = links.filter(pc.and_(pc.is_in(links["layer"], value_set=_COMMAND), links["directed"]))
    given = _rows(rows, "source", "instructs")
    return [given, _rows(rows, "target", "instructed")]


def _adverts(statements: pa.Table) -> pa.Table:
    """Owners of accounts that an advert with a price names."""
    handles = pc.unique(_told(statements, "PriceAdvert", "handle")["value"].cast(pa.string()))
    owners = _told(statements, "UserAccount", "owner")
    mask = pc.is_in(owners["entity"].cast(pa.string()), value_set=handles)
    return _rows(owners.filter(mask), "value", "advertises")


def _calls_before(links: pa.Table, statements: pa.Table) -> pa.Table:
    """Calls and messages to somebody shortly before boats put to sea."""
    launches = pc.unique(_days(_told(statements, "Launch", "date")["value"])).drop_null()
    calls = links.filter(pc.is_in(links["layer"], value_set=_CALLS))
    day = _days(calls["date"])
    near = pc.is_in(day, value_set=launches)
    for gap in range(1, _DAYS_BEFORE + 1):
        near = pc.or_(near, pc.is_in(pc.add(day, gap), value_set=launches))
    found = calls.filter(pc.fill_null(near, False))
    # Where boats go all the time, most calls are before some launch, which says nothing.
    often = 3 * found.num_rows > calls.num_rows
    return _rows(found.slice(0, 0 if often else None), "target", "called_before_launch")


def _days(dates: pa.ChunkedArray) -> pa.Array:
    """Days as numbers; null where a date is not known to the day."""
    words = dates.cast(pa.string())
    exact = pc.match_substring_regex(words, r"^\d{4}-\d{2}-\d{2}")
    day = pc.if_else(exact, pc.utf8_slice_codeunits(words, 0, 10), None)
    found = pc.cast(pc.cast(day, pa.date32()), pa.int32())
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found
