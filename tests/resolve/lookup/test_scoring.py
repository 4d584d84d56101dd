"""Looking one person up in a node."""

from headwater.resolve.lookup import look_up, resolve_news
from headwater.resolve.records import PersonRecord
from tests.resolve.lookup.reports import NOW, add, decided, person, suspect, told


def test_a_person_who_is_not_in_the_node_is_looked_up_and_nothing_is_written(store, model):
    add(
        store,
        *suspect("U1", name="Mohammad Ahmadi", birthDate="1985-03-02"),
        *suspect("U2", name="Zoran Petrović", birthDate="1990-05-06"),
        told("U3", name="Зоран Петровић"),
        decided("U3", "witness"),
    )
    assert list(resolve_news(store, NOW, model)) == [[]]
    asked = PersonRecord("q", {"name": ("ПЕТРОВИЋ Зоран",), "birth_date": ("1990-05-06",)})
    (found,) = look_up(store, asked, model)
    assert {found.left.id, found.right.id} == {"q", person("U2")}
    assert look_up(store, asked._replace(categories=("victim",)), model) == ()
    assert store.judgements() == []
    assert {entity for _, entity, _ in store.indexed(range(1, 9))} == {
        person("U1"), person("U2"), person("U3")
    }  # fmt: skip
