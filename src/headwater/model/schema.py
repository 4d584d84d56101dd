"""Schema: which kinds of entity there are, with their properties and types.

FollowTheMoney's schemata as a format, and our extension for the smuggling trade, both in YAML.
The package followthemoney itself is not needed to run (docs/decisions/0003).
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from headwater.model.errors import WrongUse


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a schema.

    Attributes:
        name: Name as in FollowTheMoney.
        type: FollowTheMoney type (`name`, `date`, `phone`, `number`), `entity`, `enum` or `flag`.
        range: Schema that an entity value must be of; empty for other types.
        words: The words allowed for an enum; empty for other types.
        sensitive: True where the law asks for strict necessity; refused at the door.
    """

    name: str
    type: str
    range: str = ""
    words: tuple[str, ...] = ()
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """How entities of a schema make lines in a network.

    Attributes:
        source: Property with the one end.
        target: Property with the other end.
        directed: Whether the order of the ends matters.
        layer: Layer of the network; the name of an enum property where its value decides.
    """

    source: str
    target: str
    directed: bool
    layer: str


@dataclass(frozen=True, slots=True)
class Schema:
    """One kind of entity, with everything that it inherits.

    Attributes:
        name: Name, as `Person` or `Leg`.
        label: The field's word for it.
        ancestors: Names of all schemata it is a kind of, itself included.
        properties: All properties by name, inherited ones included.
        edge: How it makes a line in a network, or None.
        abstract: True where no entity is ever of just this schema.
    """

    name: str
    label: str
    ancestors: frozenset[str]
    properties: dict[str, Property]
    edge: Edge | None = None
    abstract: bool = False

    def is_a(self, name: str) -> bool:
        """Whether it is of that schema, or inherits from it."""
        return name in self.ancestors


@cache
def schemata() -> dict[str, Schema]:
    """All schemata by name; read once from the YAML files of this package."""
    raw = _load("followthemoney.yaml") | _load("smuggling.yaml")
    words = _load("words.yaml")
    built: dict[str, Schema] = {}
    for name in raw:
        _build(name, raw, words, built)
    return built


def schema(name: str) -> Schema:
    """The schema of that name.

    Raises:
        WrongUse: If there is none.
    """
    found = schemata().get(name)
    if found is None:
        raise WrongUse(f"there is no schema {name!r}", do="see docs/reference for the schemata")
    return found


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words that enumerated properties of a kind may hold, as `role` or `category`."""
    return tuple(_load("words.yaml")[kind])


def _load(file: str) -> dict[str, Any]:
    from importlib.resources import files  # here, because reading it at start-up costs 40 ms

    import yaml

    text = files("headwater.model").joinpath("schemata", file).read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - both loaders are safe ones
    return loaded


def _build(
    name: str, raw: dict[str, Any], words: dict[str, list[str]], built: dict[str, Schema]
) -> Schema:
    if name in built:
        return built[name]
    entry = raw[name]
    parents = [_build(parent, raw, words, built) for parent in entry.get("extends", [])]
    properties: dict[str, Property] = {}
    ancestors = {name}
    for parent in parents:
        properties |= parent.properties
        ancestors |= parent.ancestors
    for key, kind in entry.get("properties", {}).items():
        properties[key] = _property(name, key, kind, words)
    inherited = next((parent.edge for parent in parents if parent.edge), None)
    built[name] = Schema(
        name=name,
        label=entry.get("label", name),
        ancestors=frozenset(ancestors),
        properties=properties,
        edge=_edge(name, entry["edge"]) if "edge" in entry else inherited,
        abstract=entry.get("abstract", False),
    )
    return built[name]


def _property(owner: str, name: str, kind: str, words: dict[str, list[str]]) -> Property:
    base, _, detail = kind.partition(":")
    return Property(
        name=name,
        type=base,
        range=detail if base == "entity" else "",
        words=tuple(words[detail]) if base == "enum" else (),
        sensitive=f"{owner}.{name}" in words["sensitive"],
    )


_LAYERS = {"Payment": "money", "Family": "kinship", "Debt": "money"}


def _edge(name: str, entry: dict[str, Any]) -> Edge:
    return Edge(
        source=entry["source"],
        target=entry["target"],
        directed=entry["directed"],
        layer=entry.get("layer", _LAYERS.get(name, name.lower())),
    )
