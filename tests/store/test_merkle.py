"""The hash tree, held against an independent program and against forged proofs."""

from hashlib import sha256

import pytest

from headwater.store.merkle import (
    EMPTY_ROOT,
    Peaks,
    consistency_proof,
    consistent,
    included,
    inclusion_proof,
    leaf_hash,
    root_of,
)

LEAVES = [leaf_hash(f"entry {n}".encode()) for n in range(40)]


def test_the_root_of_nothing_is_the_hash_of_nothing():
    assert root_of([]) == EMPTY_ROOT == sha256(b"").digest()


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 33])
def test_the_root_is_that_of_an_independent_program(reference, size):
    pymerkle = reference("pymerkle")
    other = pymerkle.InmemoryTree(algorithm="sha256")
    for n in range(size):
        other.append_entry(f"entry {n}".encode())
    assert root_of(LEAVES[:size]) == other.get_root()


def test_a_tree_that_was_put_away_grows_on():
    kept = Peaks()
    for leaf in LEAVES:
        kept = Peaks(kept.size, kept.as_bytes)
        kept.append(leaf)
    assert (kept.size, kept.root) == (len(LEAVES), root_of(LEAVES))


@pytest.mark.parametrize("size", range(1, 20))
def test_every_entry_is_proved_and_no_other(size):
    root = root_of(LEAVES[:size])
    for index in range(size):
        proof = inclusion_proof(LEAVES[:size], index)
        assert included(proof, LEAVES[index], index, size, root)
        assert not included(proof, LEAVES[index + 1], index, size, root)
        assert not included(proof, LEAVES[index], index + size, size, root)
        assert not included([*proof, root], LEAVES[index], index, size, root)


@pytest.mark.parametrize("size", range(1, 20))
def test_growth_is_proved_and_a_rewritten_past_is_not(size):
    new = (size, root_of(LEAVES[:size]))
    for old_size in range(size + 1):
        proof = consistency_proof(LEAVES[:size], old_size)
        assert consistent(proof, (old_size, root_of(LEAVES[:old_size])), new)
        if old_size:
            rewritten = root_of([LEAVES[39], *LEAVES[1:old_size]])
            assert not consistent(proof, (old_size, rewritten), new)


def test_a_log_does_not_shrink():
    assert not consistent([], (3, root_of(LEAVES[:3])), (2, root_of(LEAVES[:2])))
