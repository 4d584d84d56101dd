"""Where people can be reached: the countries that statements give them.

Only the property `country` is read, where somebody lives or acts. Nationality, citizenship and
country of birth are not: they say nothing about who may arrest, and are protected.
"""

import pyarrow as pa
import pyarrow.compute as pc

from headwater.picture import Picture


def countries_of(
    picture: Picture, ids: list[str], *, include_proposed: bool
) -> list[frozenset[str]]:
    """For each person the countries stated, in lower case; empty where none is known."""
    held: dict[str, set[str]] = {one: set() for one in ids}
    for rows in (_stated(picture, include_proposed=include_proposed), _given(picture)):
        for person, country in zip(
            rows["person"].to_pylist(), rows["country"].to_pylist(), strict=True
        ):
            word = (country or "").strip().casefold()
            if word and person in held:
                held[person].add(word)
    return [frozenset(held[one]) for one in ids]


def _stated(picture: Picture, *, include_proposed: bool) -> pa.Table:
    rows = picture.statements
    rows = rows.filter(pc.equal(rows["property"], "country"))
    rows = rows.filter(pc.is_in(rows["schema"].cast(pa.string()), value_set=_PEOPLE))
    rows = rows.filter(pc.equal(rows["modality"], "done"))
    if not include_proposed:
        rows = rows.filter(pc.equal(rows["status"], "accepted"))
    return pa.table({"person": rows["entity"].cast(pa.string()), "country": rows["value"]})


_PEOPLE = pa.array(["Person", "LegalEntity"])


def _given(picture: Picture) -> pa.Table:
    """The column country of a plain file of people."""
    given = picture.tables.get("given_people")
    if given is None or "country" not in given.column_names:
        return pa.table({"person": pa.array([], pa.string()), "country": pa.array([], pa.string())})
    return pa.table({"person": pc.utf8_trim_whitespace(given["id"]), "country": given["country"]})
