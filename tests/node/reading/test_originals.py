"""The file that a report was read from."""

from headwater.node.reading import hand_out, original_of


def test_whoever_reads_the_whole_report_is_shown_its_file(node):
    found = original_of(node, "IR 1")
    assert found
    assert found.words.startswith("URN: IR 1")


def test_whoever_sees_only_a_part_is_shown_no_file(as_user):
    leo = as_user("leo")  # liaison reads what may leave the node, and no conditions of others
    assert original_of(leo, "IR 2") is None


def test_no_file_is_shown_to_who_reads_nothing(as_user):
    assert original_of(as_user("ivo"), "IR 1") is None


def test_a_file_that_leaves_the_node_is_a_disclosure(node):
    assert hand_out(node, "IR 1")
    last = list(node.store.audit())[-1]
    assert (last["operation"], last["what"]) == ("disclosure", ("IR 1",))
