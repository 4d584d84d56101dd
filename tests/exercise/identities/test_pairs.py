"""Labelled pairs: true ones of one person, hard ones of one family name."""

from collections import Counter

from headwater.exercise.identities import World


def test_pairs_tell_the_truth(development: World) -> None:
    person = {t.id: t.person for t in development.truth}
    name = {r.id: r.name for r in development.records}
    assert development.pairs
    for pair in development.pairs:
        assert pair.same == (person[pair.left] == person[pair.right])
        assert (name[pair.left], name[pair.right]) == (pair.left_name, pair.right_name)
        assert pair.left != pair.right


def test_both_kinds_cover_the_script_pairs(development: World) -> None:
    kinds = Counter((pair.same, pair.scripts) for pair in development.pairs)
    for same in (0, 1):
        for scripts in ("latn-latn", "arab-latn", "cyrl-latn"):
            assert kinds[same, scripts] > 100


def test_no_pair_stands_twice(development: World) -> None:
    assert len({frozenset((p.left, p.right)) for p in development.pairs}) == len(development.pairs)
