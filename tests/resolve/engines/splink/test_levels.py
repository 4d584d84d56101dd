import pytest

from headwater.resolve.engines.splink.levels import settings, with_estimates
from headwater.resolve.engines.splink.table import EDGES


@pytest.mark.parametrize("dialect", ["duckdb", "spark"])
def test_names_weigh_what_their_bits_say_whatever_is_estimated(reference, dialect):
    reference("splink")
    name, *_ = settings(["phone"], dialect)["comparisons"]
    _, *levels = name["comparison_levels"]
    assert len(levels) == len(EDGES) + 1
    ratios = [level["m_probability"] / level["u_probability"] for level in levels]
    assert ratios == sorted(ratios, reverse=True)
    assert all(level["fix_m_probability"] and level["fix_u_probability"] for level in levels)


def test_what_was_estimated_on_spark_counts_on_duckdb(reference):
    reference("splink")
    wanted, trained = settings(["phone"], "duckdb"), settings(["phone"], "spark")
    trained["comparisons"][2]["comparison_levels"][1]["m_probability"] = 0.7
    level = with_estimates(wanted, trained)["comparisons"][2]["comparison_levels"][1]
    assert level["m_probability"] == 0.7
    assert (
        level["sql_condition"] != trained["comparisons"][2]["comparison_levels"][1]["sql_condition"]
    )
