"""The hash tree, held against published roots and against forged proofs."""

from hashlib import sha256

import pytest

from headwater.store.log.merkle import (
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


# Entries and roots that implementations of RFC 6962 test themselves with.
PUBLISHED_ENTRIES = [
    bytes.fromhex(entry)
    for entry in (
        *("", "00", "10", "2021", "3031", "40414243", "5051525354555657"),
        "606162636465666768696a6b6c6d6e6f",
    )
]
PUBLISHED_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


@pytest.mark.parametrize("size", range(1, 9))
def test_the_root_is_the_published_one(size):
    leaves = [leaf_hash(entry) for entry in PUBLISHED_ENTRIES[:size]]
    assert root_of(leaves).hex() == PUBLISHED_ROOTS[size - 1]


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
