import numpy as np

from headwater.picture.independence.copying.trees import Tree, Trees

TREE = Tree((0, 1), (0.5, 2.0), np.array([0.0, 1.0, 10.0, 11.0]))


def test_each_answer_chooses_among_the_leaves():
    table = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 3.0], [1.0, 3.0]])
    assert TREE.leaf(table).tolist() == [0, 1, 2, 3]


def test_what_is_at_the_limit_is_not_above_it():
    assert TREE.leaf(np.array([[0.5, 2.0]])).tolist() == [0]


def test_answers_of_all_trees_are_added_to_the_start():
    assert Trees(-3.0, (TREE, TREE)).odds(np.array([[1.0, 3.0]])).tolist() == [19.0]
