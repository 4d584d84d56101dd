"""A denial stands beside what it denies, and touches nothing else."""

import pytest

from headwater.intake.reading import Claim, propose


def roles(text: str, language: str) -> list[Claim]:
    found = propose(text, language=language).claims
    return [c for c in found if (c.schema, c.property) == ("NetworkRole", "role")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Goran Vukčević is the organiser. He denied it."),
        ("sr", "Goran Vukčević je organizator. On to poriče."),
        ("sr", "Goran Vukčević je organizator. Negira optužbe."),
        ("mk", "Горан Вукчевиќ е организатор. Тој го негира тоа."),
        ("bg", "Горан Вукчевич е организатор. Той отрича това."),
        ("sq", "Agron Krasniqi është organizator. Ai e mohon këtë."),
    ],
)
def test_what_somebody_denies_in_the_next_sentence_is_told_both_ways(
    language: str, text: str
) -> None:
    told = roles(text, language)
    assert [c.modality for c in told] == ["done", "denied"]
    assert told[1].attribution.split()[0] in text
    assert text[told[1].start : told[1].end] not in ("", text)


def test_a_denial_reaches_the_sentence_before_and_not_the_one_behind() -> None:
    text = (
        "Goran Vukčević is the organiser of the group. He denied it. "
        "The organiser Petar Petrović was arrested."
    )
    claims = propose(text, language="en").claims
    name = {c.mention: c.value for c in claims if c.property == "name"}
    member = {c.mention: name[c.value[1:]] for c in claims if c.property == "member"}
    said = [(member[c.mention], c.modality) for c in claims if c.property == "role"]
    assert sorted(said) == [
        ("Goran Vukčević", "denied"),
        ("Goran Vukčević", "done"),
        ("Petar Petrović", "done"),
    ]


def test_the_denial_of_somebody_else_is_not_put_into_his_mouth() -> None:
    told = roles("Goran Vukčević is the organiser. Petar Petrović denied it.", "en")
    assert [c.modality for c in told] == ["done"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Goran Vukčević denied any involvement in smuggling."),
        ("sr", "Goran Vukčević poriče bilo kakvu umešanost."),
        ("bg", "Горан Вукчевич отрича всякакво участие."),
        ("sq", "Agron Krasniqi mohon çdo lidhje."),
    ],
)
def test_a_denial_without_a_group_is_told(language: str, text: str) -> None:
    found = propose(text, language=language).claims
    told = [c for c in found if c.schema == "NetworkRole"]
    assert {c.modality for c in told} == {"denied"}
    assert {c.property for c in told} == {"member", "description"}


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Goran Vukčević denied the charges.", "denied the charges"),
        ("en", "Goran Vukčević has denied all allegations.", "has denied all allegations"),
        ("sr", "Goran Vukčević je negirao optužbe.", "je negirao optužbe"),
        ("mk", "Горан Вукчевиќ ги негираше обвинувањата.", "негираше обвинувањата"),
        ("bg", "Горан Вукчевич отрече обвиненията.", "отрече обвиненията"),
        ("sq", "Agron Krasniqi mohoi akuzat.", "mohoi akuzat"),
    ],
)
def test_charges_that_somebody_denies_are_told_in_the_texts_words(
    language: str, text: str, words: str
) -> None:
    told = [c for c in propose(text, language=language).claims if c.schema == "NetworkRole"]
    assert {c.modality for c in told} == {"denied"}
    assert [c.value for c in told if c.property == "description"] == [words]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Goran Vukčević denied being the organiser."),
        ("en", "Goran Vukčević denied that he was the organiser."),
        ("sr", "Goran Vukčević negira da je organizator."),
        ("sr", "Горан Вукчевић је негирао да је био организатор."),
        ("mk", "Горан Вукчевиќ негира дека е организатор."),
        ("bg", "Горан Вукчевич отрича да е организатор."),
        ("sq", "Agron Krasniqi mohoi se është organizatori."),
    ],
)
def test_a_role_that_somebody_denies_is_told_as_denied(language: str, text: str) -> None:
    told = roles(text, language)
    assert [(c.value, c.modality) for c in told] == [("organiser", "denied")]


def test_the_denial_of_an_office_is_nobodys() -> None:
    text = "The police denied the allegations. Petar Petrović was seen in Niš."
    assert roles(text, "en") == []
    assert "description" not in {c.property for c in propose(text, language="en").claims}
