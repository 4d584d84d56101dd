"""What is asked of the log."""

from headwater.store.log import AuditCheck, LogAsked


def test_nothing_asked_is_everything_and_nothing_found_is_whole():
    assert not any(getattr(LogAsked(), name) for name in LogAsked.__slots__)
    assert AuditCheck(0, "").faults == ()
