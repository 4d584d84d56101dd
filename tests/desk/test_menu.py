"""Everybody finds the rooms in which they have work, and no others."""

from headwater.desk.menu import menu, room_of
from headwater.safeguard import Role


def test_who_reads_no_intelligence_is_shown_no_way_to_it():
    assert [entry.label for entry in menu({Role.ADMIN})] == ["Today", "People", "Settings"]
    assert [entry.label for entry in menu({Role.AUDITOR})] == ["Today", "Audit", "Settings"]


def test_every_room_has_a_key_of_its_own():
    keys = [entry.key for entry in menu(set(Role))]
    assert len(keys) == len(set(keys))


def test_a_page_that_is_no_line_of_the_menu_marks_the_line_it_is_reached_by():
    assert room_of("alerts/listed") == "today"
    assert room_of("statements/one") == "reports"
    assert room_of("network/network") == "network"
