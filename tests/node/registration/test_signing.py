"""Who signs a design before the operation can show afterwards that it was this one."""

import dataclasses

import pytest

from headwater.model import DamagedNode, NotPermitted, WrongUse
from headwater.node import add_reports, erase, log_entries, registration
from headwater.safeguard import Role, Viewer
from tests.node.registration.test_document import DESIGN, effect, page


def late_page():
    return page(certificate={"design": DESIGN | {"from": "2020-03-02"}})


def test_a_registered_design_is_found_again_and_stands_in_the_log(node):
    found = registration.register(node, page(), "Kestrel")
    again = registration.look_up(node, found.sha256)
    assert again == found
    assert not found.late
    assert found.by == "mira"
    entries = [one for one in log_entries(node) if found.urn in one["what"]]
    assert [one["operation"] for one in entries] == ["alteration"]
    assert entries[0]["when"] == found.registered


def test_registering_the_same_page_again_changes_nothing(node):
    first = registration.register(node, page(), "Kestrel")
    size = node.store.verify_audit().size
    assert registration.register(node, page(), "Kestrel") == first
    assert node.store.verify_audit().size == size


def test_a_finding_says_that_it_follows_its_design(node):
    found = registration.register(node, page(), "Kestrel")
    held = registration.held_against(node, found.sha256, effect())
    told = held.certificate["registered"]
    assert told["follows"]
    assert (told["operation"], told["differs"]) == ("Kestrel", [])
    assert held.rows == effect().rows
    assert held.caveats == ()


def test_a_finding_that_departs_says_in_what(node):
    found = registration.register(node, page(), "Kestrel")
    held = registration.held_against(node, found.sha256, effect(periods=20))
    told = held.certificate["registered"]
    assert not told["follows"]
    assert told["differs"] == [{"part": "periods", "registered": 12, "now": 20}]
    assert "periods" in held.caveats[0]


def test_a_registration_after_the_start_is_late_and_proves_nothing(node):
    found = registration.register(node, late_page(), "Kestrel")
    assert found.late
    held = registration.held_against(node, found.sha256, effect(start="2020-03-02"))
    assert held.certificate["registered"]["differs"] == []
    assert not held.certificate["registered"]["follows"]
    assert "late" in held.caveats[0]


def test_a_byte_of_the_design_that_was_changed_on_disk_is_found(node, tmp_path):
    before = set(tmp_path.rglob("*"))
    found = registration.register(node, page(), "Kestrel")
    (pack,) = {path for path in tmp_path.rglob("*.pack") if path not in before}
    content = bytearray(pack.read_bytes())
    content[-1] ^= 1
    pack.write_bytes(content)
    with pytest.raises(DamagedNode):
        registration.look_up(node, found.sha256)


def test_a_log_that_was_changed_vouches_for_nothing(node):
    found = registration.register(node, page(), "Kestrel")
    with node.store._database.writing() as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE audit SET made = '2001-01-01T00:00:00+00:00'")
    with pytest.raises(DamagedNode, match="log"):
        registration.look_up(node, found.sha256)


def test_nothing_is_found_under_another_digest(node):
    found = registration.register(node, page(), "Kestrel")
    with pytest.raises(WrongUse, match="no design"):
        registration.look_up(node, found.sha256[:-1] + "x")


def test_who_may_not_decide_may_not_sign(node):
    auditor = dataclasses.replace(node, viewer=Viewer("x", "Drava Hub", frozenset({Role.AUDITOR})))
    with pytest.raises(NotPermitted):
        registration.register(auditor, page(), "Kestrel")


def test_an_erasure_of_something_else_leaves_the_design(node, tmp_path):
    path = tmp_path / "r.txt"
    path.write_text("URN: IR 1\nOriginator: U\n\n1. A van in Subotica. [2D-P]\n", encoding="utf-8")
    add_reports(node, [path])
    found = registration.register(node, page(), "Kestrel")
    erase(node, "IR 1", "entered in error")
    assert registration.look_up(node, found.sha256) == found


def test_the_digest_on_the_page_finds_the_registered_design_too(node):
    found = registration.register(node, page(), "Kestrel")
    of_page = page().certificate["sha256"]
    assert of_page != found.sha256
    assert registration.look_up(node, of_page) == found
    held = registration.held_against(node, of_page, effect())
    assert held.certificate["registered"]["sha256"] == found.sha256


def test_an_operation_has_one_design_unless_it_is_said(node):
    first = registration.register(node, page(), "Kestrel")
    with pytest.raises(WrongUse, match="another design"):
        registration.register(node, page(), " kestrel", 4)
    second = registration.register(node, page(), "Kestrel", 4, again=True)
    assert registration.look_up(node, first.sha256) == first
    with pytest.raises(WrongUse, match="more than once"):
        registration.look_up(node, second.document["page_sha256"])


def test_a_finding_that_is_refused_follows_by_the_donors_it_used_and_put_beside(node):
    found = registration.register(node, page(), "Kestrel")
    refused = effect(verdict="refused", donors=[{"series": "a", "share_without": None}])
    held = registration.held_against(node, found.sha256, refused)
    assert held.certificate["registered"]["follows"]
