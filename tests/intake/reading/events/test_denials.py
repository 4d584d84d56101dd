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
