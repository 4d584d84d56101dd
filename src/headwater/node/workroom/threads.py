"""Threads: what goes on behind the pages in this process, and is waited for when the desk ends."""

import threading
from collections.abc import Callable
from time import monotonic


class Threads:
    """Threads at work for nobody who waits.

    No process has to wait for them to end; who closes the node's files has to, since nothing may
    be closed that is being read.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._at_work: list[threading.Thread] = []

    def begin(self, work: Callable[..., None], *given: object) -> None:
        """Do some work in a thread of its own."""
        thread = threading.Thread(target=work, args=given, daemon=True)
        with self._lock:
            self._at_work = [one for one in self._at_work if one.is_alive()]
            thread.start()
            self._at_work.append(thread)

    def ended(self, within: float) -> bool:
        """Whether all of them have ended, waited for so many seconds at most."""
        until = monotonic() + within
        with self._lock:
            at_work = list(self._at_work)
        for one in at_work:
            one.join(max(0.0, until - monotonic()))
        return not any(one.is_alive() for one in at_work)
