"""Weighing with Splink: a linker is trained on records, and asked for the bits of given pairs."""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from headwater.resolve.engines.splink.levels import SHARED_KEY, settings, with_estimates
from headwater.resolve.engines.splink.table import candidates, people
from headwater.resolve.records import PersonRecord

if TYPE_CHECKING:
    import pyarrow as pa

    Bits = dict[str, np.ndarray[Any, Any]]

# Splink is not installed where types are checked, so its objects are Any.
Splinks = Any
_SEED = 1
_SAMPLE = 2_000_000  # random pairs from which Splink learns how often fields agree by chance
_LEARNT_FROM = 1_000_000  # pairs with a shared key from which it learns how often they agree


def train(database: Splinks, table: "pa.Table", fields: Sequence[str], dialect: str) -> Splinks:
    """A linker whose probabilities are estimated from the records, without labels."""
    from splink import Linker

    linker = Linker(database.register(table), settings(fields, dialect), log_level="ERROR")
    linker.training.estimate_u_using_random_sampling(_SAMPLE, _SEED, num_chunks=1)
    linker.training.estimate_parameters_using_expectation_maximisation(
        SHARED_KEY, max_pairs=_LEARNT_FROM
    )
    return linker


def weigh(linker: Splinks, database: Splinks, pairs: "np.ndarray[Any, Any]") -> "Bits":
    """Bits of each pair by field, in the order of the pairs."""
    linker.table_management.register_blocked_pairs_for_predict(database.register(candidates(pairs)))
    found = linker.inference.predict(warning_mode="never").as_pyarrow_table()
    left, right = (found.column(f"unique_id_{side}").cast("int64").to_numpy() for side in "lr")
    theirs = np.lexsort((np.maximum(left, right), np.minimum(left, right)))
    ours = np.lexsort((pairs[:, 1], pairs[:, 0]))
    weighed = {}
    for name in sorted(found.column_names):
        if name.startswith("mw_"):
            bits = np.zeros(len(pairs))
            bits[ours] = found.column(name).to_numpy(zero_copy_only=False)[theirs]
            weighed[name.removeprefix("mw_")] = bits
    return weighed


def weigh_further(
    records: Sequence[PersonRecord],
    pairs: "np.ndarray[Any, Any]",
    fields: Sequence[str],
    trained: Mapping[str, Any],
) -> "Bits":
    """Bits of pairs that were no candidates, by what was learnt; always on DuckDB."""
    from splink import DuckDBAPI, Linker

    database = DuckDBAPI()
    table = database.register(people(records, pairs, fields))
    learnt = with_estimates(settings(fields, "duckdb"), trained)
    return weigh(Linker(table, learnt, log_level="ERROR"), database, pairs)


def text_of(trained: Mapping[str, Any]) -> str:
    """What was estimated, as text that is the same for the same estimates."""
    return json.dumps(trained["comparisons"], sort_keys=True)
