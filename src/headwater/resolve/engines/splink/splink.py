"""Splink 5: estimates what fields are worth and weighs pairs; its clusters are never used.

Fellegi-Sunter with EM as in Linacre et al. 2022, doi:10.23889/ijpds.v7i3.1794. Splink is fed with
our candidate pairs and our name bits, since it compares texts of one script only.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from tempfile import TemporaryDirectory

from headwater.model import WrongUse
from headwater.resolve.candidates import candidate_pairs
from headwater.resolve.engines.engine import Weighed
from headwater.resolve.engines.splink.model import SplinkModel
from headwater.resolve.engines.splink.table import fields_held, people
from headwater.resolve.engines.splink.weighing import Splinks, text_of, train, weigh
from headwater.resolve.records import PersonRecord


class Splink:
    """Splink 5 on DuckDB, or on Spark.

    Args:
        on_spark: Whether to run on Spark. A session that runs already is used, so that a cluster
            is a matter of how that was configured; else one is started on this machine.

    Raises:
        WrongUse: If Splink, or Spark, is not installed.
    """

    def __init__(self, *, on_spark: bool = False) -> None:
        self._on_spark = on_spark
        needed = {"splink": "splink"} | ({"pyspark": "spark"} if on_spark else {})
        for name, extra in needed.items():
            try:
                import_module(name)
            except ImportError as missing:
                raise WrongUse(
                    f"{name} is not installed",
                    why="this engine is an optional extra",
                    do=f"pip install headwater[{extra}], or use the engine built-in",
                ) from missing

    def weighed_pairs(
        self,
        records: Sequence[PersonRecord],
        judged: Mapping[tuple[str, str], bool],  # noqa: ARG002 - Splink learns without labels
    ) -> Weighed:
        """Our candidate pairs, with the match weights that Splink gives them.

        Judgements do not change its weights; linkage holds them all the same.
        """
        pairs = candidate_pairs(records)
        fields = fields_held(records)
        table = people(records, pairs, fields)
        with self._database() as database:
            linker = train(database, table, fields, "spark" if self._on_spark else "duckdb")
            weighed = weigh(linker, database, pairs)
            trained = linker.misc.save_model_to_json()
        digest = hashlib.sha256(text_of(trained).encode()).hexdigest()
        model = SplinkModel(records, pairs, weighed, fields, trained)
        bits = model.weigh_pairs(records, pairs)
        return Weighed(pairs, bits, model.probability(bits), model, digest)

    @contextmanager
    def _database(self) -> Iterator[Splinks]:
        """Where Splink works; what was started here is stopped again."""
        if not self._on_spark:
            from splink import DuckDBAPI

            yield DuckDBAPI()
            return
        from pyspark.sql import SparkSession
        from splink import SparkAPI

        running = SparkSession.getActiveSession()
        with TemporaryDirectory(prefix="headwater-spark-") as folder:
            session = running or _local_session(folder)
            try:
                yield SparkAPI(spark_session=session, break_lineage_method="persist")
            finally:
                if running is None:
                    session.stop()


def _local_session(folder: str) -> Splinks:
    """A session on this machine, which writes nothing but in the folder."""
    from pyspark.sql import SparkSession
    from splink.backends.spark import similarity_jar_location

    return (
        SparkSession.builder.master("local[*]")
        .appName("headwater")
        .config("spark.jars", similarity_jar_location())
        .config("spark.sql.warehouse.dir", folder)
        .config("spark.local.dir", folder)
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.default.parallelism", "4")
        .config("spark.driver.memory", "2g")
        .getOrCreate()
    )
