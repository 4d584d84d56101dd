from headwater.graph.search.budget import Budget


def test_the_last_round_takes_what_is_left():
    budget = Budget(60, 10_000)
    assert budget.stretched(1000) == 1000
    budget.use(8000)
    assert budget.stretched(1000) == 2000


def test_no_time_is_a_budget_that_is_spent():
    assert Budget(0, None).spent()
    assert not Budget(60, None).spent()
    assert Budget(60, 0).spent()
