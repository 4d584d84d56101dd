"""Visit: somebody who is signed in, and one request of theirs with the node as they may see it."""

from dataclasses import dataclass

from litestar.di import NamedDependency
from litestar.params import SkipValidation

from headwater.node import Node
from headwater.node.looking import Held, Shelf
from headwater.safeguard import Viewer, emergency


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who is signed in.

    Attributes:
        viewer: Who it is, as the rules see them now.
        purpose: What they said they look for; empty where they have not yet.
        csrf: What their forms send back; empty for a token, which no browser sends by itself.
        proved: Whether the second factor was shown in the last minutes.
    """

    viewer: Viewer
    purpose: str
    csrf: str
    proved: bool = True


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page is handed.

    Attributes:
        node: The node, for this viewer and the purpose they stated.
        shelf: Pictures that were built.
        csrf: What every form sends back, so that no other site can send it.
        language: Language of the page, as an ISO 639-1 code.
    """

    node: Node
    shelf: Shelf
    csrf: str
    language: str = "en"

    @property
    def breaks_glass(self) -> bool:
        """Whether this viewer is one who may ever read a report in spite of the rules."""
        return not emergency.BREAKERS.isdisjoint(self.node.viewer.roles)

    def look(self, *about: str, reason: str = "") -> Held:
        """The picture; a consultation, of it and of what it is looked into for.

        Args:
            about: Ids of what is looked at.
            reason: What is sought, in the viewer's words.
        """
        return self.shelf.look(self.node, *about, reason=reason)


SignedIn = NamedDependency[SkipValidation[Guest]]
"""A guest, as a route asks for one; made by us, so the framework need not look into it."""

Here = NamedDependency[SkipValidation[Visit]]
"""A visit, as a route asks for it."""
