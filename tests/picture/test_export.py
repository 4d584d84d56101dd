import pyarrow.parquet as pq
import pytest

from headwater.picture import TABLES, build, write_parquet
from headwater.safeguard import parse_purpose
from tests.fakes.store import ANALYST, GENERAL, FakeStore

HIDDEN = ("Vesna", "+38160999", "P-VICTIM", "DOC-77", "+38161777", "Skrivena")


@pytest.fixture
def store():
    store = FakeStore()
    words = "Vesna met Bo at the station; call +38160999."
    store.say("R1", "P-VICTIM", "Person", name="Vesna", phone="+38160999", text=words)
    spans = {"Vesna": (0, 5), "+38160999": (34, 43)}
    store.statements = [
        s._replace(start=spans[s.value][0], end=spans[s.value][1]) for s in store.statements
    ]
    store.say("R1", "D", "CategoryDecision", subject="P-VICTIM", category="victim", item=2)
    store.say("R1", "I", "Passport", holder="P-VICTIM", number="DOC-77", item=2)
    store.say("R1", "P-VICTIM", "Person", addressEntity="H", item=2)
    store.say("R1", "H", "Address", full="Skrivena 5", item=2)
    call = {"caller": "P-VICTIM", "callerNumber": "+38161777", "receiver": "B"}
    store.say("R1", "K", "Call", item=2, **call)
    store.say("R2", "B", "Person", name="Bo")
    store.say("R2", "E", "CategoryDecision", subject="B", category="suspect")
    store.say("R2", "C", "Contact", source="B", target="P-VICTIM", text="Bo called Vesna.")
    return store


def text_of_everything(folder):
    return "\n".join(str(pq.read_table(path).to_pydict()) for path in folder.glob("*.parquet"))


def bytes_of_everything(folder):
    return b"".join(path.read_bytes() for path in folder.glob("*.parquet"))


def test_every_table_is_written_and_reads_back(store, tmp_path):
    written = write_parquet(build(store, ANALYST, GENERAL), tmp_path / "out")
    assert [path.stem for path in written] == list(TABLES)
    assert pq.read_table(tmp_path / "out" / "names.parquet")["name"].to_pylist() == ["Bo"]


def test_names_numbers_and_ids_of_protected_people_are_nowhere_in_the_files(store, tmp_path):
    write_parquet(build(store, ANALYST, GENERAL), tmp_path)
    for word in HIDDEN:
        assert word not in text_of_everything(tmp_path)
        assert word.encode() not in bytes_of_everything(tmp_path)
    assert "Bo" in text_of_everything(tmp_path)


def test_a_named_case_lifts_it(store, tmp_path):
    write_parquet(build(store, ANALYST, parse_purpose("case: Drava")), tmp_path)
    assert "Vesna" in text_of_everything(tmp_path)
