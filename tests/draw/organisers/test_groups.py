import re
import xml.etree.ElementTree as ET

from headwater.draw.organisers import Bond, Person, draw_groups

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg):
    root = ET.fromstring(svg)  # noqa: S314 - we drew it
    return [found.text or "" for found in root.iter(f"{SVG}text")]


def people(count, groups=1):
    return [
        Person(f"p{i:03}", f"Name {i}", f"Group {i % groups + 1}", rank=i + 1) for i in range(count)
    ]


def ring(count):
    return [Bond(f"p{i:03}", f"p{(i + 1) % count:03}", "call") for i in range(count)]


def test_up_to_thirty_people_are_all_named_and_of_a_hundred_the_first():
    assert sum(t.startswith("Name") for t in texts(draw_groups(people(30, 3), [], title="t"))) == 30
    named = [t for t in texts(draw_groups(people(100, 5), [], title="t")) if t.startswith("Name")]
    assert {f"Name {i}" for i in range(5)} <= set(named)
    assert len(named) == 12


def test_more_than_fit_on_a_sheet_are_left_out_and_counted():
    svg = draw_groups(people(400, 6), ring(400), title="t")
    assert any("250 more people not shown" in text for text in texts(svg))
    assert "150 of 400 people shown" in svg


def test_groups_keep_off_each_other_and_stay_on_the_sheet():
    for count, groups in ((5, 1), (30, 4), (100, 7), (100, 1)):
        root = ET.fromstring(draw_groups(people(count, groups), ring(count), title="t"))  # noqa: S314 - we drew it
        discs = [
            [float(c.attrib[a]) for a in ("cx", "cy", "r")]
            for c in root.iter(f"{SVG}circle")
            if "fill-opacity" in c.attrib
        ]
        wide, high = float(root.attrib["width"]), float(root.attrib["height"])
        assert len(discs) == groups
        for i, (x, y, r) in enumerate(discs):
            assert r <= x <= wide - r
            assert r <= y <= high - r
            for other in discs[i + 1 :]:
                assert ((x - other[0]) ** 2 + (y - other[1]) ** 2) ** 0.5 >= r + other[2] - 1


def test_names_do_not_cover_each_other():
    root = ET.fromstring(draw_groups(people(30, 4), ring(30), title="t"))  # noqa: S314 - we drew it
    spots = [
        (float(t.attrib["x"]), float(t.attrib["y"]))
        for t in root.iter(f"{SVG}text")
        if (t.text or "").startswith("Name")
    ]
    pairs = [(a, b) for i, a in enumerate(spots) for b in spots[i + 1 :]]
    assert not [1 for a, b in pairs if abs(a[0] - b[0]) < 40 and abs(a[1] - b[1]) < 9]


def test_a_tie_of_weak_sources_only_is_dashed_and_the_key_says_so():
    weak = draw_groups(people(2), [Bond("p000", "p001", "call", weak=True)], title="t")
    assert "stroke-dasharray" in weak
    assert any("dashed: weak sources only" in text for text in texts(weak))
    both = [Bond("p000", "p001", "call", weak=True), Bond("p001", "p000", "call")]
    assert "stroke-dasharray" not in draw_groups(people(2), both, title="t")


def test_a_tie_that_leaves_a_group_is_pale_and_the_key_says_so():
    out = draw_groups(people(2, 2), [Bond("p000", "p001", "call")], title="t")
    assert "stroke-opacity" in out
    assert any("pale: out of a group" in text for text in texts(out))
    assert "pale" not in draw_groups(people(2), [Bond("p000", "p001", "call")], title="t")


def test_each_layer_has_its_colour_in_the_key_and_further_ones_share_one():
    layers = ["call", "money", "meeting", "kinship", "co_travel", "training", "school"]
    bonds = [Bond("p000", "p001", layer) for layer in layers]
    svg = draw_groups(people(2), bonds, title="t")
    key = set(texts(svg)) & {*(w.replace("_", " ") for w in layers), "other layers"}
    assert len(key) == 5
    assert "other layers" in key
    drawn = re.findall(r'<line [^>]*stroke="(#\w+)" stroke-width="1.3"', svg)
    assert len(drawn) == 7
    assert len(set(drawn)) == 5


def test_whom_a_removal_takes_is_ringed_named_and_said_in_words():
    crowd = people(100, 4)
    crowd[77] = crowd[77]._replace(chosen=True)
    svg = draw_groups(crowd, ring(100), title="t")
    assert "Name 77" in texts(svg)
    assert "Removal would take: Name 77." in svg
    assert any("ring: the removal takes them" in text for text in texts(svg))


def test_nobody_and_one_person_are_drawn_without_an_error():
    assert "0 of 0 people" in draw_groups([], [], title="t")
    alone = draw_groups([Person("a", "A")], [Bond("a", "a"), Bond("a", "x")], title="t")
    assert "0 ties" in alone


def test_a_name_cannot_break_the_drawing():
    svg = draw_groups([Person("a", "<b>\u202e&\x00")], [], title='"')
    ET.fromstring(svg)  # noqa: S314 - we drew it
    assert "[U+202E]" in svg


def test_the_same_input_gives_the_same_drawing():
    crowd, bonds = people(40, 3), ring(40)
    assert draw_groups(crowd, bonds, title="t") == draw_groups(crowd, bonds, title="t")
