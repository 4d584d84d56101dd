"""A spaCy pipeline: what of its tags is used. The pipeline is a fake of the same shape."""

from dataclasses import dataclass, field

from headwater.intake.extractors.spacy import Spacy
from headwater.intake.extractors.suggestion import Suggestion


@dataclass
class Entity:
    text: str
    label_: str
    start_char: int


@dataclass
class Document:
    ents: list[Entity] = field(default_factory=list)


def test_people_organisations_and_places_are_suggested_and_nothing_else() -> None:
    document = Document(
        [Entity("Besnik Shembulli", "PERSON", 0), Entity("Sombor", "GPE", 20), Entity("4", "X", 30)]
    )
    found = Spacy("fake", lambda _: lambda _: document).find("text")
    assert found == [Suggestion("Besnik Shembulli", "person", 0), Suggestion("Sombor", "place", 20)]


def test_its_statements_name_the_pipeline() -> None:
    assert Spacy("fake", lambda _: lambda _: Document()).name == "spacy/1 fake"
