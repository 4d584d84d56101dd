from headwater.resolve.names.train.folds import folds, forms


def test_pairs_that_share_a_form_stay_together() -> None:
    pairs = [(f"x{i}", f"y{i // 3}") for i in range(300)]
    found = folds(pairs)
    for start in range(0, 300, 3):
        assert len(set(found[start : start + 3])) == 1


def test_about_one_pair_in_ten_is_kept_for_tuning_and_one_for_testing() -> None:
    found = folds([(f"x{i}", f"y{i}") for i in range(3000)])
    assert 2250 < found.count("train") < 2550
    assert 200 < found.count("development") < 400
    assert 200 < found.count("test") < 400


def test_the_folds_do_not_depend_on_the_order_of_the_list() -> None:
    pairs = [(f"x{i}", f"y{i // 2}") for i in range(100)]
    there = dict(zip(pairs, folds(pairs), strict=True))
    back = dict(zip(pairs[::-1], folds(pairs[::-1]), strict=True))
    assert there == back


def test_a_word_and_the_same_word_on_the_other_side_are_different_forms() -> None:
    assert forms([("a", "b"), ("b", "c")]) == {"a", "b", "c"}
