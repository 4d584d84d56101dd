from headwater.node.watching.naming import unnamed
from tests.node.watching.telling import person, tell


def test_names_and_numbers_of_people_are_masked_and_other_words_stay(node):
    before = node.store.watches.arrived(9)
    node.store.watches.keep([], before.upto)
    text = "Halim Demirović (+381601234567) bought a raft at Dunkirk."
    place = ("place:x", "Place", "name", "Dunkirk")
    marks = []

    def arrive(*said):
        mark = node.store.watches.arrived(9).upto
        node.store.watches.keep([], mark)
        del marks[:]
        marks.extend(said)

    arrive()
    tell(node, "U1", text, *person("Halim Demirović", "+381601234567"), place)
    # Asked again from the beginning, as another program that starts late would.
    node.store.watches.keep([], "0")
    (item,) = unnamed(node.store.watches.arrived(9))
    assert "Halim" not in item.text
    assert "3816" not in item.text
    assert "raft at Dunkirk" in item.text
