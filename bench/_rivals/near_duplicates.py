"""MinHash on word 3-grams, as near duplicates are usually found: datasketch with its own index."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from _rivals.environment import answer_of

_PACKAGES = ("datasketch",)
_SCRIPT = """
import json, sys
from datasketch import MinHash, MinHashLSH
texts = json.load(open(sys.argv[1], encoding="utf-8"))
index, signs, parent = MinHashLSH(threshold=0.5, num_perm=128), {}, {}
def root(one):
    while parent[one] != one:
        one = parent[one]
    return one
for name, text in texts.items():
    words = text.casefold().split()
    sign = MinHash(num_perm=128)
    sign.update_batch([" ".join(words[i:i + 3]).encode() for i in range(max(1, len(words) - 2))])
    parent[name] = name
    for other in index.query(sign):
        parent[root(name)] = root(other)
    index.insert(name, sign)
    signs[name] = sign
two = list(signs.values())[:2]
print(json.dumps({"of": {n: root(n) for n in texts}, "alike": two[0].jaccard(two[1])}))
"""


def minhash(texts: Mapping[str, str], place: Path, limit: int) -> dict[str, Any]:
    """Which texts come together (`of`), and how alike the first two are (`alike`).

    Args:
        texts: Texts by name.
        place: Folder that keeps environments from run to run.
        limit: Seconds for each step.

    Raises:
        NotRun: If it cannot be installed, or fails.
    """
    return answer_of(_PACKAGES, _SCRIPT, dict(texts), place, limit)
