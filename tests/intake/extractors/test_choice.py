"""Which extractors may be asked, and when texts may leave the machine."""

from pathlib import Path

import pytest

from headwater.intake.extractors.choice import ExtractorChoice
from headwater.model import NotPermitted, WrongUse

LOCAL = ("http://127.0.0.1:8080/v1#m", "http://[::1]:8080/v1", "http://localhost/v1")
ELSEWHERE = ("https://models.example.org/v1", "https://10.0.0.5/v1", "https://127.example.org/v1")


@pytest.mark.parametrize("address", LOCAL)
def test_an_endpoint_on_this_machine_needs_no_decision(address: str) -> None:
    choice = ExtractorChoice((f"endpoint:{address}",))
    assert choice.hosts == ()
    assert len(choice.load()) == 1


@pytest.mark.parametrize("address", ELSEWHERE)
def test_an_endpoint_elsewhere_takes_a_decision_by_a_person_with_a_name(address: str) -> None:
    names = (f"endpoint:{address}",)
    with pytest.raises(NotPermitted):
        ExtractorChoice(names).load()
    with pytest.raises(NotPermitted):
        ExtractorChoice(names, "Ana").load()
    decided = ExtractorChoice(names, "Ana", "trial, agreed with counsel")
    assert decided.hosts
    assert len(decided.load()) == 1


def test_texts_never_go_elsewhere_in_the_clear() -> None:
    with pytest.raises(NotPermitted, match="in the clear"):
        ExtractorChoice(("endpoint:http://models.example.org/v1",), "Ana", "trial").load()


@pytest.mark.parametrize(
    "name",
    [
        *("", "spacy", "spacy:", "magic:x", "endpoint:", "endpoint:ftp://127.0.0.1/v1"),
        *("endpoint:http://", "endpoint:http://127.0.0.1:x/v1", "endpoint:http://[::1/v1"),
    ],
)
def test_an_extractor_that_does_not_exist_is_wrong_use(name: str) -> None:
    with pytest.raises(WrongUse):
        ExtractorChoice((name,)).load()


def test_a_folder_without_a_model_says_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as refused:
        ExtractorChoice((f"gliner:{tmp_path}",)).load()
    assert "model.onnx" in refused.value.why


def test_a_pipeline_that_is_not_installed_says_what_to_do() -> None:
    with pytest.raises(WrongUse) as refused:
        ExtractorChoice(("spacy:no_such_pipeline",)).load()
    assert "install" in refused.value.do
