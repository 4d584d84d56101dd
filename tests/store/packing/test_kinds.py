"""What many statements and items have in common is stored once, and comes back as it was."""

from headwater.model import Handling
from headwater.store import create_store
from headwater.store.packing import label_of, refers
from tests.conformance.stores import NOW, seen


def test_only_known_entity_properties_refer():
    assert refers("Contact", "source")
    assert not refers("Contact", "duration")
    assert not refers("Unheard", "source")
    assert not refers("Person", "unheard")


def test_labels_come_back_as_they_were(tmp_path):
    handling = Handling("C", "A2", "S1", "ask first", "AMBER", "H1 H2", "OFFICIAL")
    store = create_store(tmp_path / "node", "Harbour Police")
    store.add(seen("U1", "Arben Krasniqi", handling=handling), recorded=NOW)
    (label,) = store.labels().values()
    assert (label.owner, label.handling) == ("Coast Guard", handling)
    store.close()


def test_a_label_keeps_its_compartment_and_its_clearance():
    label = label_of(["A", "P", "", "", "", "", "", "", "Heron", 2])
    assert (label.compartment, label.clearance) == ("Heron", 2)
