"""spaCy: a pipeline that is installed here, by its name."""

from collections.abc import Callable, Sequence
from typing import Any

from headwater.intake.extractors.suggestion import Suggestion
from headwater.model import WrongUse

_KINDS = {
    **dict.fromkeys(("PER", "PERSON", "persName"), "person"),
    **dict.fromkeys(("ORG", "orgName"), "organisation"),
    **dict.fromkeys(("LOC", "GPE", "FAC", "placeName", "geogName"), "place"),
}


class Spacy:
    """One pipeline."""

    def __init__(self, pipeline: str, load: Callable[[str], Any] | None = None) -> None:
        """Load it.

        Raises:
            WrongUse: If spaCy or the pipeline is not installed.
        """
        self.name = f"spacy/1 {pipeline}"
        self._read = (load or _load)(pipeline)

    def find(self, text: str) -> Sequence[Suggestion]:
        """People, organisations and places that it tags."""
        return [
            Suggestion(one.text, _KINDS[one.label_], one.start_char)
            for one in self._read(text).ents
            if one.label_ in _KINDS
        ]


def _load(pipeline: str) -> Any:  # noqa: ANN401 - spaCy is not there when types are checked
    try:
        import spacy
    except ImportError as absent:
        raise WrongUse("spaCy is not installed", do="pip install headwater[spacy]") from absent
    try:
        return spacy.load(pipeline)
    except OSError as absent:
        raise WrongUse(
            f"there is no pipeline {pipeline} here",
            why="nothing is fetched while reading",
            do=f"install it beforehand: python -m spacy download {pipeline}",
        ) from absent
