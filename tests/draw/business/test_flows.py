from headwater.draw.business.flows import Flow, Settled, columns, largest, ordered, parts, weights


def flow(source, target, amount=1.0, currency="EUR", times=1):
    return Flow(source, target, currency, amount, times)


def test_everybody_stands_after_all_who_pay_them():
    flows = [flow("a", "b"), flow("b", "c"), flow("a", "c")]
    assert columns(flows, []) == {"a": 0, "b": 1, "c": 2}


def test_who_is_paid_by_nobody_stands_just_before_whom_they_pay():
    flows = [flow("a", "b"), flow("b", "c"), flow("x", "c")]
    assert columns(flows, [])["x"] == 1


def test_in_a_ring_the_smallest_flow_turns_back():
    flows = [flow("a", "b", 9), flow("b", "c", 8), flow("c", "a", 1)]
    assert columns(flows, []) == {"a": 0, "b": 1, "c": 2}


def test_of_two_who_settle_the_one_who_pays_out_stands_after_the_one_who_takes_in():
    flows = [flow("k", "h1"), flow("h2", "r")]
    column = columns(flows, [Settled("h1", "h2", "EUR", 3)])
    assert column["h1"] < column["h2"]


def test_a_node_weighs_what_it_pays_or_is_paid_whichever_is_more():
    assert weights([flow("a", "b", 5), flow("b", "c", 2)]) == {"a": 5, "b": 5, "c": 2}


def test_bands_side_by_side_do_not_cross():
    flows = [flow("a", "y"), flow("b", "x")]
    left, right = ordered(flows, {"a": 0, "b": 0, "x": 1, "y": 1})
    pays = {"a": "y", "b": "x"}
    assert [pays[one] for one in left] == right


def test_the_largest_flows_are_kept_and_currencies_stay_apart():
    flows = [flow(f"a{n}", f"b{n}", 100 - n) for n in range(40)]
    kept = largest(flows)
    assert kept == flows[: len(kept)]
    assert len({end for one in kept for end in (one.source, one.target)}) <= 18
    held = parts([flow("a", "b"), flow("a", "b", 7, "GBP", times=9), flow("a", "b", 0.0)])
    assert [(currency, len(some)) for currency, some in held] == [("GBP", 1), ("EUR", 1)]
