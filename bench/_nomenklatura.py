"""nomenklatura's SQL store on SQLite, measured in an environment of its own by bench/store.py."""

# mypy: ignore-errors
# Its imports are there only in the environment that bench/store.py makes.

import json
import sys
import time
from pathlib import Path

from followthemoney import Dataset, Statement
from nomenklatura.resolver import Linker
from nomenklatura.store.sql import SQLStore
from sqlalchemy import create_engine

ENTITIES = 2_500
EACH = 8
SECONDS = 10


def main() -> None:
    """Write, read entity by entity, and print one JSON document."""
    path = Path(sys.argv[1]) / "rival.db"
    engine = create_engine(f"sqlite:///{path}")
    dataset = Dataset.make({"name": "bench", "title": "Bench"})
    store = SQLStore(dataset, Linker({}), engine)
    made = [
        Statement(
            entity_id=f"person-{number}",
            prop="name",
            schema="Person",
            value=f"Person{number} Family{n}",
            dataset="bench",
            lang="eng",
            original_value=f"Person{number} Family{n}",
            first_seen="2026-11-21T12:00:00",
            last_seen="2026-11-21T12:00:00",
        )
        for number in range(ENTITIES)
        for n in range(EACH)
    ]
    begin = time.perf_counter()
    with store.writer() as writer:
        for statement in made:
            writer.add_statement(statement)
    wrote = time.perf_counter() - begin
    view = store.view(dataset)
    begin = time.perf_counter()
    calls = 0
    while time.perf_counter() - begin < SECONDS and calls < ENTITIES:
        assert view.get_entity(f"person-{calls}") is not None
        calls += 1
    read = time.perf_counter() - begin
    answer = {
        "name": "nomenklatura",
        "write_per_s": round(len(made) / wrote),
        "point_reads_per_s": round(calls / read),
        "bytes_per_statement": round(path.stat().st_size / len(made), 1),
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
