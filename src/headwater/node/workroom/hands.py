"""Hands: who does long work, whichever process they are in."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from headwater.node.workroom.threads import Threads

if TYPE_CHECKING:
    from headwater.picture import Picture

Made = TypeVar("Made")


class Hands(Protocol):
    """What a shelf asks of those who work for it.

    Attributes:
        soon: Whether a picture is there so soon that pages wait for a newer one.
        threads: What goes on behind the pages in this process.
    """

    soon: bool
    threads: Threads

    def do(self, work: Callable[..., Made], *given: Any) -> Made:  # noqa: ANN401 - any work
        """What a function makes of what it is given; its errors keep their kind."""

    def drop(self, picture: "Picture") -> None:
        """A picture that nobody will ask about any more."""

    def forget(self) -> None:
        """Forget everything that was read."""

    def still(self) -> AbstractContextManager[None]:
        """Forget everything, and begin nothing while this lasts."""

    def close(self) -> None:
        """End."""


class InPlace:
    """Work done in this process, by whoever asks for it; for a node that is small."""

    soon = True

    def __init__(self) -> None:
        self.threads = Threads()

    def do(self, work: Callable[..., Made], *given: Any) -> Made:  # noqa: ANN401 - any work
        """What the function makes."""
        return work(*given)

    def drop(self, picture: "Picture") -> None:
        """Nothing is held."""

    def forget(self) -> None:
        """Nothing is held."""

    def still(self) -> AbstractContextManager[None]:
        """Whoever asks works here, so nothing is under way."""
        return nullcontext()

    def close(self) -> None:
        """Nothing runs."""
