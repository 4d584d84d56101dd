"""What is read beside the news."""

from headwater.model import Judgement, Verdict
from headwater.resolve.lookup.around import (
    holder_keys,
    judged_around,
    mates,
    sharing,
    spoken_of,
    with_categories,
)
from headwater.resolve.records import PersonRecord
from headwater.store import IndexEntry
from tests.resolve.scans import category, person, scan_of

PHONE = "+38164111222"


def join(left, right, author="resolve/phone/1"):
    return Judgement(f"{left}{right}", left, right, Verdict.SAME, author, "t", "r")


def test_persons_things_and_whoever_they_point_at_are_spoken_of_and_places_are_not():
    scan = scan_of(
        *person("a", name="Li Wei"),
        *category("b", "suspect"),
        ("i", "Identification", "holder", "c"),
        ("g", "Place", "name", "Subotica"),
        ("x", "Person", "name", "Omar Fares", {"status": "rejected"}),
    )
    assert spoken_of(scan) == {"a", "b", "c", "i"}


def test_holders_of_one_identifier_are_found_among_those_here_and_the_new(store):
    scan = scan_of(*person("a", phone=PHONE), *person("b", phone="+38164333444"))
    keys = holder_keys(scan, {"a", "b"})
    store.put_in_index([IndexEntry("old", tuple(keys["a"]))])
    assert sharing(store, keys) == {"a", "old"}


def test_joins_are_followed_step_by_step_and_undone_ones_are_not(store):
    undone = join("c", "d")
    back = Judgement("back", "c", "d", Verdict.UNKNOWN, "amy", "t", "r", undoes=undone.id)
    store.judge([join("a", "b"), join("b", "c"), undone, back, join("x", "y")])
    found = {one.id for one in judged_around(store, ["a"])}
    assert found == {"ab", "bc", "cd", "back"}


def test_joins_on_a_score_make_no_mates():
    judgements = [join("a", "b"), join("b", "c", "resolve/score/1")]
    assert mates(judgements) == {"a": {"a", "b"}, "b": {"a", "b"}}


def test_what_was_decided_about_one_holds_for_all_it_is_joined_with():
    record = PersonRecord("a", {}, ("suspect",))
    decided = {"b": ("victim",), "c": ("other",)}
    assert with_categories(record, {"a", "b"}, decided).categories == ("suspect", "victim")
