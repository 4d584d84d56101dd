"""What goes on behind the pages is known, so that nothing is closed under its hands."""

import threading

from headwater.node.workroom.threads import Threads


def test_it_is_told_whether_all_have_ended_and_nobody_waits_longer_than_asked():
    threads, go, done = Threads(), threading.Event(), []
    assert threads.ended(0)
    threads.begin(lambda what: (go.wait(20), done.append(what)), "a finding")
    threads.begin(done.append, "a queue")
    assert not threads.ended(0.05)
    go.set()
    assert threads.ended(20)
    assert sorted(done) == ["a finding", "a queue"]
