import re
import xml.etree.ElementTree as ET

from headwater.draw.business import Flow, Settled, draw_sankey

SVG = "{http://www.w3.org/2000/svg}"
FLOWS = [
    Flow("customers", "h1", "EUR", 9000, 60, "hawala"),
    Flow("h1", "o", "EUR", 6000, 3, "cash"),
    Flow("h2", "customers", "EUR", 3000, 20, "hawala"),
]


def texts(svg):
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def at(svg, label):
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [float(t.attrib["x"]) for t in root.iter(f"{SVG}text") if t.text == label]


def test_money_runs_from_left_to_right():
    svg = draw_sankey(FLOWS[:2], title="t")
    assert at(svg, "customers")[0] < at(svg, "h1")[0] < at(svg, "o")[0]


def test_those_who_stand_for_many_are_two_where_they_pay_and_are_paid():
    svg = draw_sankey(FLOWS, title="t", apart=("customers",))
    assert len(at(svg, "customers")) == 2
    assert len(at(draw_sankey(FLOWS, title="t"), "customers")) == 1


def test_sums_movements_and_kinds_are_written_and_patterned():
    svg = draw_sankey(FLOWS, title="t", apart=("customers",))
    assert {"9,000 (60)", "6,000 (3)", "hawala", "cash"} <= set(texts(svg))
    dashes = re.findall(r'stroke-dasharray="([^"]+)"', svg)
    assert len(set(dashes)) >= 2


def test_each_currency_stands_by_itself():
    svg = draw_sankey([*FLOWS, Flow("h1", "o", "GBP", 5, 1), Flow("h1", "o", "", 5, 1)], title="t")
    assert {"EUR", "GBP", "currency not said", "kind not said"} <= set(texts(svg))


def test_a_ring_turns_back_and_nothing_is_lost():
    ring = [Flow("a", "b", "EUR", 9, 1), Flow("b", "c", "EUR", 8, 1), Flow("c", "a", "EUR", 7, 1)]
    svg = draw_sankey(ring, title="t")
    assert "7.00 (1)" in texts(svg) or "7 (1)" in texts(svg)
    assert len(at(svg, "a")) == 1


def test_two_who_settle_are_joined_by_dots_and_it_is_explained():
    svg = draw_sankey(FLOWS, [Settled("h1", "h2", "EUR", 31)], title="t", apart=("customers",))
    assert "settle 31" in texts(svg)
    assert any("settlements" in text for text in texts(svg))
    assert "settles" in re.findall(r"<desc>([^<]+)</desc>", svg)[0]


def test_of_too_many_flows_the_largest_are_drawn_and_the_rest_is_summed_up():
    many = [Flow(f"a{n}", f"b{n}", "EUR", 100 + n, 1) for n in range(40)]
    svg = draw_sankey(many, title="t")
    assert "b39" in texts(svg)
    assert "b0" not in texts(svg)
    assert any("smaller flows" in text for text in texts(svg))


def test_names_in_three_alphabets_stand_whole_and_a_long_one_is_cut():
    names = {"h1": "حسن الصراف", "o": "Хаџи Продановић", "h2": "x" * 90}
    said = texts(draw_sankey(FLOWS, title="t", names=names))
    assert {"حسن الصراف", "Хаџи Продановић"} <= set(said)
    assert max(len(text) for text in said if text.startswith("xx")) <= 26


def test_no_flow_and_flows_without_a_sum_can_be_drawn():
    for flows in ([], [Flow("a", "b", "EUR", 0.0, 3)]):
        assert "No sum of money is told." in texts(draw_sankey(flows, title="t", notes=["n"]))
