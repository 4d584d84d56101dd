"""Reports that say little, put into a node as reading them would."""

from datetime import UTC, datetime

from headwater.model import Handling, Item, Report, Statement, parse_period
from headwater.node import categorise, resolve_entities
from headwater.node.watching import ask_watches
from headwater.store import Batch

TODAY = datetime.now(UTC).date().isoformat()
SECRET = Handling("C", "A1", "S2")


def tell(node, urn, text, *said, handling=None, day=TODAY, compartment="", title=None):
    """A report of one item; `said` are (mention, schema, property, value) found in its words."""
    statements = []
    for n, (mention, schema, name, value) in enumerate(said, 1):
        entity = mention if ":" in mention else f"{urn}#1@{mention}"
        start = text.find(value)
        end = start + len(value) if start >= 0 else -1
        statements.append(
            Statement(urn, 1, n, entity, schema, name, value, value, "en", start, end, "text/1")
        )
    item = Item(1, text, handling=handling or Handling())
    originator = "Coast Guard" if handling else node.store.agency
    report = Report(
        urn,
        originator,
        (item,),
        title=f"About {urn}" if title is None else title,
        information_date=parse_period(day),
    )
    node.store.add(
        Batch([report], statements, compartment=compartment), recorded=f"{day}T08:00:00Z"
    )
    ask_watches(node)
    resolve_entities(node)


def person(name, phone=""):
    """What a text says of one person."""
    said = [("m1", "Person", "name", name)]
    return [*said, ("m1", "Person", "phone", phone)] if phone else said


def suspect(node, urn="S1", name="Dragan Marković", phone="+381601234567"):
    """A person who is decided to be a suspect."""
    tell(node, urn, f"{name} {phone}", *person(name, phone))
    categorise(node, f"{urn}#1@m1", "suspect", "Drava", "test")
    return f"{urn}#1@m1"


LEG = (
    ("m9", "Leg", "from", "place:gn-3189595"),
    ("m9", "Leg", "to", "place:hw-horgos"),
    ("m9", "Leg", "mode", "van"),
)
