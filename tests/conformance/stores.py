"""What the conformance suite needs to know about each store, and the content that it puts in."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from headwater.model import Handling, Item, Report, Statement, parse_period
from headwater.store import Allowed, Batch, Store, create_store, open_store

NOW = "2026-11-21T12:00:00Z"
AGENCY = "Harbour Police"


@dataclass(frozen=True)
class Kind:
    """One store under test.

    Attributes:
        name: Its name.
        create: Makes a new node in a folder.
        open: Opens the node in a folder.
    """

    name: str
    create: Callable[[Path, str], Store]
    open: Callable[[Path], Store]


STORES = (Kind("embedded", create_store, open_store),)


def every(store: Store) -> Allowed:
    """All labels of a store: what a viewer with every clearance would be allowed."""
    return frozenset(store.labels())


def seen(urn: str, name: str, *, handling: Handling | None = None, original: bool = False) -> Batch:
    """A report that says that somebody was seen, with three statements."""
    text = f"{name} was seen with Petrit Gashi near Horgos on +381601234567."
    content = f"Report {urn}\n\n{text}".encode()
    digest = sha256(content).hexdigest() if original else ""
    person, companion, contact = (f"{urn}#1@m{n}" for n in (1, 2, 3))
    report = Report(
        urn,
        "Coast Guard",
        (Item(1, text, handling=handling or Handling()),),
        title="Sighting",
        information_date=parse_period("2025-03"),
        record_date=parse_period("2025-03-15"),
        file=f"{urn}.txt",
        sha256=digest,
        cites=("PRESS-1",),
    )
    start = text.find("Petrit Gashi")
    statements = [
        Statement(urn, 1, 1, person, "Person", "name", name, name, "en", 0, len(name), "text/1"),
        Statement(urn, 1, 2, companion, "Person", "name", "Petrit Gashi", "Petrit Gashi", "en",
                  start, start + 12, "text/1"),
        Statement(urn, 1, 3, contact, "Contact", "source", person, "was seen with", "en",
                  len(name) + 1, len(name) + 14, "text/1", attribution="a fisherman",
                  modality="alleged", valid_from="2025-03-01", valid_to="2025-03-31"),
    ]  # fmt: skip
    return Batch([report], statements, originals={digest: content} if original else {})
