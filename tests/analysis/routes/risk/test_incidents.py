from headwater.analysis import METHODS
from headwater.analysis.routes.risk.incidents import incidents
from headwater.picture import build
from tests.analysis.routes.risk.fixtures import picture_of
from tests.fakes.store import ANALYST, GENERAL, FakeStore

PARAMETERS = METHODS["routes.risk"].method.settle({})


def told(*said):
    store = FakeStore()
    for number, values in enumerate(said):
        modality = values.pop("modality", "done")
        store.say(f"R{number}", f"I{number}", "Incident", modality=modality, **values)
    return incidents(build(store, ANALYST, GENERAL), PARAMETERS).found


def test_dead_and_missing_are_one_number():
    assert [one.dead for one in told({"dead": "2", "missing": "3"})] == [5]
    assert [one.dead for one in told({"dead": "2", "deadAndMissing": "6"})] == [6]


def test_what_is_denied_or_only_a_rescue_is_no_incident_here():
    assert told({"dead": "2", "modality": "denied"}, {"survivors": "9"}) == []


def test_a_position_of_its_own_goes_before_that_of_its_place():
    (one,) = told({"dead": "1", "latitude": "46.1", "longitude": "20.0", "place": "place:gn-1"})
    assert (one.latitude, one.longitude) == (46.1, 20.0)


def test_the_table_counts_where_a_report_tells_the_same(tmp_path):
    rows = ["2025-01-02,46.1,20.0,7,Drowning"]
    known = incidents(picture_of(tmp_path, rows), PARAMETERS)
    assert [(one.dead, one.own) for one in known.found] == [(7, False)]
    assert known.found[0].statements == ("incidents.csv#1.1",)
