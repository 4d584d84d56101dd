from headwater.resolve.names.train.standards import COUNT, standards


def test_letters_of_standards_are_normalised_like_names():
    known = standards("cyrl_latn")
    assert known["џ", "xh"] == COUNT
    assert ("ђ", "dj") in known
    assert ("ђ", "đ") in known


def test_marked_letters_are_known_without_marks_too():
    known = standards("cyrl_latn")
    assert known["ш", "š"] + known["ш", "s"] == COUNT


def test_every_pair_of_scripts_has_some():
    assert all(standards(table) for table in ("arab_cyrl", "arab_latn", "cyrl_latn"))
