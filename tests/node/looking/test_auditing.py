"""The auditor narrows the log by who, what, how, why and when, a page at a time."""

from dataclasses import replace

import pytest

from headwater.model import NotPermitted, WrongUse
from headwater.node import Settings, make_node
from headwater.node.looking import Sought, auditing, read_log
from headwater.safeguard import AuditRecord, Operation, Viewer
from headwater.store import LogAsked

DAYS = ("2026-10-04", "2026-10-05", "2026-10-06")


@pytest.fixture(scope="module")
def node(tmp_path_factory):
    folder = tmp_path_factory.mktemp("auditing")
    made = make_node(folder / "node", "Drava Hub", Settings("mira", None, 1), purpose="test")
    made.store.put_user(Viewer("ana", "Drava Hub", frozenset({"analyst"})))
    for number, day in enumerate(DAYS):
        for who in ("ana", "mira"):
            record = AuditRecord(
                Operation.CONSULTATION if number else Operation.DISCLOSURE,
                who,
                f"{day}T08:00:00+00:00",
                f"case: Drava, boats of day {number}",
                ("user ana", f"entity {number}"),
                recipient="" if number else "Harbour Police",
            )
            made.store.log(record)
    yield made
    made.close()


def found(node, **sought):
    own = {"until": DAYS[-1], **sought}  # the reading itself is logged today
    return [(one.who, one.when[:10]) for one in read_log(node, Sought(**own)).entries]


def test_the_newest_entry_stands_first(node):
    assert found(node)[0] == ("mira", DAYS[2])
    assert len(found(node)) == 6


@pytest.mark.parametrize(
    ("sought", "number"),
    [
        ({"who": "ANA"}, 3),
        ({"who": "vera"}, 0),
        ({"operation": "disclosure"}, 2),
        ({"operation": "erasure"}, 0),
        ({"words": "BOATS"}, 6),
        ({"words": "of day 2"}, 2),
        ({"words": "harbour"}, 2),
        ({"words": "lorry"}, 0),
        ({"about": "entity 1"}, 2),
        ({"about": "user ana"}, 6),
        ({"since": DAYS[1], "until": DAYS[1]}, 2),
        ({"since": DAYS[2]}, 2),
        ({"until": DAYS[0]}, 2),
        ({"who": "mira", "about": "entity 0", "operation": "disclosure"}, 1),
    ],
)
def test_an_entry_is_shown_where_all_that_is_sought_fits(node, sought, number):
    assert len(found(node, **sought)) == number


def test_the_older_pages_go_on_where_the_newer_ended(node, monkeypatch):
    monkeypatch.setattr(auditing, "ENTRIES_A_PAGE", 4)
    first = read_log(node, Sought(until=DAYS[-1]))
    second = read_log(node, Sought(until=DAYS[-1]), first.older)
    assert [len(one.entries) for one in (first, second)] == [4, 2]
    assert len({one.seq for page in (first, second) for one in page.entries}) == 6
    assert second.older == 0


def test_words_are_looked_for_in_some_entries_at_once_and_the_page_says_how_far(node, monkeypatch):
    monkeypatch.setattr(auditing, "LOOKED_THROUGH", 3)
    sought = Sought(words="of day 0", until=DAYS[-1])
    first = read_log(node, sought)
    assert (first.entries, first.looked[:10]) == ([], DAYS[1])
    assert len(read_log(node, sought, first.older).entries) == 2


def test_what_the_node_knows_is_named_and_the_rest_counted(node):
    entry = read_log(node, Sought(until=DAYS[-1])).entries[0]
    assert (entry.what, entry.sealed) == (("user ana",), 1)


def test_a_look_at_the_picture_is_told_as_that(node):
    looked = AuditRecord(
        Operation.CONSULTATION, "ana", "2026-10-07T08:00:00+00:00", "p", ("picture", "f" * 64)
    )
    node.store.log(looked)
    (entry,) = read_log(node, Sought(since="2026-10-07", until="2026-10-07")).entries
    assert (entry.what, entry.sealed) == (("picture",), 0)


def test_what_somebody_sought_is_read_entry_by_entry_and_that_is_logged(node):
    sought = AuditRecord(
        Operation.CONSULTATION, "ana", "2026-10-08T08:00:00+00:00", "p", ("log",), reason="Pashaj"
    )
    node.store.log(sought)
    day = Sought(since="2026-10-08", until="2026-10-08")
    (entry,) = read_log(node, day).entries
    assert (entry.reason, entry.closed) == ("", True)
    (entry,) = read_log(node, day, opened=entry.seq).entries
    assert (entry.reason, entry.closed) == ("Pashaj", False)
    own = next(node.store.newest_audit(LogAsked(who=("mira",))))
    assert own["reason"].endswith(f"the words of entry {entry.seq}")


def test_an_operation_that_there_is_not_is_refused(node):
    with pytest.raises(WrongUse, match="no operation"):
        read_log(node, Sought(operation="guessing"))


def test_nobody_else_reads_it(node):
    analyst = replace(node, viewer=Viewer("ana", "Drava Hub", frozenset({"analyst"})))
    with pytest.raises(NotPermitted):
        read_log(analyst, Sought())


def test_what_is_sought_is_told_in_words():
    assert Sought(who="ana", since="2026-10-05").told() == "who ana, since 2026-10-05"
