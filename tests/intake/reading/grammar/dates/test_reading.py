"""Rules over the items of a passage."""

from headwater.intake.reading.grammar.dates.reading import Dated, Found, read_rules, rule
from headwater.intake.reading.grammar.vocabulary import terms
from headwater.intake.reading.passage import Passage


def whole(found: Found) -> Dated | None:
    return Dated(found.span, None)


def test_the_first_rule_that_fits_uses_its_words_up() -> None:
    passage = Passage("We met on 3 May 2026 again.", "en", None)
    rules = (rule("Y", r"DMY", whole), rule("M", r"DM", whole))
    (found,) = read_rules(passage, terms(passage), rules)
    assert passage.text[slice(*found.span)] == "3 May 2026"


def test_a_rule_sees_the_numbers_and_months_of_its_parts() -> None:
    seen = []

    def look(found: Found) -> None:
        seen.append((found.number("d"), found.month("m").number, found.before))

    passage = Passage("We met on ٣ May again, then on 4 June.", "en", None)
    assert list(read_rules(passage, terms(passage), (rule("M", "(?P<d>D)(?P<m>M)", look),))) == []
    assert seen == [(3, 5, "I"), (4, 6, "I")]
