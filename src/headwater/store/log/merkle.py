"""The hash tree of RFC 6962: root, growth by one leaf, proofs of inclusion and of consistency.

Pure arithmetic on hashes. A leaf's hash is SHA-256 over 0x00 and its bytes; a node's is SHA-256
over 0x01 and the hashes of its two children. Of n leaves, the largest power of two smaller than n
hang on the left.

Source: RFC 6962, section 2.1; the checking of proofs as in RFC 9162, sections 2.1.3.2 and 2.1.4.2.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

_HASH = 32
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(content: bytes) -> bytes:
    """Hash of a leaf."""
    return sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash of an inner node."""
    return sha256(b"\x01" + left + right).digest()


class Peaks:
    """A growing tree, remembered by the roots of its full subtrees, largest first.

    Args:
        size: Leaves so far.
        content: The peaks as `as_bytes` gave them.
    """

    def __init__(self, size: int = 0, content: bytes = b"") -> None:
        self.size = size
        self._peaks = [content[i : i + _HASH] for i in range(0, len(content), _HASH)]

    def append(self, leaf: bytes) -> None:
        """Add the hash of the next leaf; a full subtree closes for each trailing 1 of the size."""
        size = self.size
        while size & 1:
            leaf = node_hash(self._peaks.pop(), leaf)
            size >>= 1
        self._peaks.append(leaf)
        self.size += 1

    @property
    def root(self) -> bytes:
        """Root over all leaves so far."""
        if not self._peaks:
            return EMPTY_ROOT
        root = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            root = node_hash(peak, root)
        return root

    @property
    def as_bytes(self) -> bytes:
        """The peaks, one behind the other."""
        return b"".join(self._peaks)


def root_of(leaves: Iterable[bytes]) -> bytes:
    """Root over leaf hashes."""
    peaks = Peaks()
    for leaf in leaves:
        peaks.append(leaf)
    return peaks.root


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that lead from a leaf (index from 0) to the root, nearest first."""
    if len(leaves) <= 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion_proof(leaves[:split], index), root_of(leaves[split:])]
    return [*inclusion_proof(leaves[split:], index - split), root_of(leaves[:split])]


def included(proof: Sequence[bytes], leaf: bytes, index: int, size: int, root: bytes) -> bool:
    """Whether a proof shows that the leaf stands at that index of the tree with that root."""
    if not 0 <= index < size:
        return False
    spot, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if spot & 1 or spot == last:
            found = node_hash(step, found)
            while not spot & 1 and spot:
                spot, last = spot >> 1, last >> 1
        else:
            found = node_hash(found, step)
        spot, last = spot >> 1, last >> 1
    return last == 0 and found == root


def consistency_proof(leaves: Sequence[bytes], old_size: int) -> list[bytes]:
    """The hashes that show that the tree of the first `old_size` leaves only grew."""
    return _consistency(leaves, old_size, True) if 0 < old_size < len(leaves) else []


def _consistency(leaves: Sequence[bytes], old_size: int, whole: bool) -> list[bytes]:
    if old_size == len(leaves):
        return [] if whole else [root_of(leaves)]
    split = _split(len(leaves))
    if old_size <= split:
        return [*_consistency(leaves[:split], old_size, whole), root_of(leaves[split:])]
    return [*_consistency(leaves[split:], old_size - split, False), root_of(leaves[:split])]


def consistent(proof: Sequence[bytes], old: tuple[int, bytes], new: tuple[int, bytes]) -> bool:
    """Whether a proof shows that the new tree (size, root) begins with the whole of the old one."""
    (old_size, old_root), (new_size, new_root) = old, new
    if old_size == new_size:
        return not proof and old_root == new_root
    if old_size == 0:
        return not proof
    if old_size > new_size or not proof:
        return False
    path = [old_root, *proof] if old_size & (old_size - 1) == 0 else list(proof)
    return _grown(path, old_size - 1, new_size - 1) == (old_root, new_root)


def _grown(path: Sequence[bytes], spot: int, last: int) -> tuple[bytes, bytes] | None:
    """The old and the new root that a consistency path gives; None where it does not end."""
    while spot & 1:
        spot, last = spot >> 1, last >> 1
    old = new = path[0]
    for step in path[1:]:
        if last == 0:
            return None
        if spot & 1 or spot == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while not spot & 1 and spot:
                spot, last = spot >> 1, last >> 1
        else:
            new = node_hash(new, step)
        spot, last = spot >> 1, last >> 1
    return (old, new) if last == 0 else None


def _split(size: int) -> int:
    """The largest power of two smaller than size."""
    return 1 << ((size - 1).bit_length() - 1)
