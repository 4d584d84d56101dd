from headwater.analysis import METHODS
from headwater.analysis.routes.flow.conflicts import conflicts_of, period_of
from tests.analysis.routes.flow.fixtures import picture_of


def test_days_on_which_sources_differ_make_the_month_as_unsure_as_those_days():
    days = [("A > B", f"2025-01-{day:02d}", 10.0, {"report": "long"}) for day in range(1, 32)]
    other = [("A > B", "2025-01-03", 16.0, {"report": "short"})]
    weaker = [("A > B", "2025-01-04", 90.0, {"report": "short", "status": "proposed"})]
    settled = METHODS["routes.flow"].method.settle({"accepted_only": "true"})
    found = conflicts_of(picture_of([], [*days, *other, *weaker]), settled)
    assert found == {"A > B": {period_of("2025-01", "month"): (0.0, 6.0)}}


def test_an_earlier_release_is_no_conflict():
    counts = [("A > B", "2025-01", 10.0 + n, {"release": f"2025-0{n}"}) for n in (2, 3)]
    settled = METHODS["routes.flow"].method.settle({})
    assert conflicts_of(picture_of([], counts), settled) == {}


def test_a_month_and_a_year_begin_on_their_first_day():
    assert period_of("2025", "month") == period_of("2025-01-01", "month")
    assert period_of("2025-03", "quarter") == period_of("2025-02", "quarter")
