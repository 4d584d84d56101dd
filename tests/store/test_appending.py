"""What a person says of an item: statements put behind its others, whatever they are about."""

from dataclasses import replace

import pytest

from headwater.model import Review, WrongUse
from tests.conformance.stores import NOW, every

REVIEW = Review("r1", "U1#1.1", "rejected", "ana", NOW, "misread")


def correct(peopled, given):
    """Put a statement in the place of the first one."""
    (kept,) = peopled.append([given], lambda ids: [replace(REVIEW, instead=ids[0])])
    return kept


def first(peopled, **changes):
    return peopled.statement("U1#1.1", every(peopled))._replace(
        status="accepted", author="ana", extractor="person/1", **changes
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"value": "Krasniqi", "text": "Krasniqi", "start": 6, "end": 14},
        {"value": "A. Krasniqi", "text": "Krasniqi", "start": 6, "end": 14},
        {"value": "noted", "text": "noted", "start": -1, "end": -1},
        {"value": "1980", "text": "written beside it", "start": -1, "end": -1},
        {"entity": "U2#1@m1", "value": "Krasniqi", "text": "Krasniqi", "start": 6, "end": 14},
        {"schema": "Contact", "property": "target", "value": "U1#1@m2", "text": "with"},
        {"schema": "Contact", "property": "target", "value": "U2#1@m1", "text": "with"},
    ],
)
def test_what_is_appended_is_read_back_as_it_was_given(peopled, changes):
    given = first(peopled, **changes)
    kept = correct(peopled, given)
    assert kept.instead == "U1#1.4"
    assert peopled.statement("U1#1.4", every(peopled)) == given._replace(n=4)
    assert peopled.scan(every(peopled)).to_pylist()[3]["value"] == given.value
    assert given._replace(n=4) in peopled.statements_of(given.entity, every(peopled))
    assert peopled.statement("U1#1.1", every(peopled)).status == "rejected"
    assert peopled.reviews() == [kept]


def test_a_correction_of_what_is_not_there_leaves_no_trace(peopled):
    with pytest.raises(WrongUse, match="no such item"):
        correct(peopled, first(peopled, item=9))
    with pytest.raises(WrongUse, match="another item"):
        correct(peopled, first(peopled, urn="U2"))
    assert peopled.reviews() == []
    assert peopled.counts(every(peopled))["statements"] == 6


def test_an_erasure_takes_corrections_along(peopled, tmp_path):
    correct(peopled, first(peopled, value="Qzxonly", text="Qzxonly", start=-1, end=-1))
    done = peopled.erase_report("U1")
    assert (done.statements, done.reviews) == (4, 1)
    peopled.close()
    for path in (tmp_path / "node").rglob("*"):
        assert not path.is_file() or b"Qzxonly" not in path.read_bytes()


def test_what_is_added_stands_together_or_not_at_all(peopled):
    both = [first(peopled, value="Krasniqi"), first(peopled, property="alias", value="Krasniqi")]

    def accept(ids):
        return [Review(f"a{n}", one, "accepted", "ana", NOW, "read") for n, one in enumerate(ids)]

    with pytest.raises(WrongUse, match="no such item"):
        peopled.append([*both, first(peopled, item=9)], accept)
    assert (peopled.reviews(), peopled.counts(every(peopled))["statements"]) == ([], 6)
    made = peopled.append(both, accept)
    assert [one.statement for one in made] == ["U1#1.4", "U1#1.5"]
    assert [peopled.statement(one.statement, every(peopled)).property for one in made] == [
        "name",
        "alias",
    ]
