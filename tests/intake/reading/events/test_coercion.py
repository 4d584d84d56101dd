"""Signs of coercion go to a person; who did it is not marked, who suffered it not scored."""

import pytest

from headwater.intake.reading import propose


def causes(text: str, language: str = "") -> set[str]:
    found = propose(text, language=language).claims
    return {c.value.partition(": ")[2] for c in found if c.property == "cause"}


KEPT, PAPERS, FORCED, HURT = "kept in", "papers taken", "forced", "hurt"


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The women were locked in a flat, their passports were taken.", {KEPT, PAPERS}),
        ("en", "They cannot leave until the debt is paid.", {"not free to leave", "held by debt"}),
        ("sr", "Drže ih zaključane u kući i oduzeli su im pasoše.", {KEPT, PAPERS}),
        ("sr", "Држали су их закључане, а пасоши су им одузети.", {KEPT, PAPERS}),
        ("hr", "Žene su prisiljavali na prostituciju i prijetili im.", {FORCED, "threatened"}),
        ("mk", "Ги држеа заклучени и им ги одзедоа пасошите.", {KEPT, PAPERS}),
        ("bg", "Държаха ги заключени и им взеха паспортите, бяха бити.", {KEPT, PAPERS, HURT}),
        ("sq", "I mbanin të mbyllur dhe u morën pasaportat; u rrahën.", {KEPT, PAPERS, HURT}),
        (
            "ar",
            "كانوا محتجزين في منزل وأخذوا جوازات سفرهم وأجبروهم على العمل.",
            {KEPT, PAPERS, FORCED},
        ),
        ("fa", "آنها را در خانه زندانی کردند و پاسپورت آنها را گرفتند.", {KEPT, PAPERS}),
        ("tr", "Evde kilitli tutuldular, pasaportları ellerinden alındı.", {KEPT, PAPERS}),
        ("fr", "Elles étaient enfermées et ont été forcées de travailler.", {KEPT, FORCED}),
        ("el", "Τους πήραν τα διαβατήρια και εξαναγκάστηκαν σε εργασία.", {PAPERS, FORCED}),
    ],
)
def test_signs_of_coercion_are_told_in_their_own_words(
    language: str, text: str, told: set[str]
) -> None:
    assert told <= causes(text, language)
    assert told <= causes(text)  # and where nobody said which language it is


@pytest.mark.parametrize(
    "text",
    [
        "Police seized the van and took their passports.",
        "The driver was forced to stop and the gate was locked.",
        "Policija je zaplenila dokumente i oduzela im pasoše.",
        "Petar Petrović left the house and took the bus to Niš.",
    ],
)
def test_police_work_and_everyday_words_are_no_sign(text: str) -> None:
    assert causes(text) == set()


NOT_FREE = "not free to leave"


@pytest.mark.parametrize(
    ("language", "leaving", "other"),
    [
        ("sr", "Ne može da ode iz kuće.", "Troje ljudi ne može da diše."),
        ("sr", "Не могу да изађу из стана.", "Жена не може да хода, људи не могу да дишу."),
        ("hr", "Žene ne mogu otići.", "Žene ne mogu disati ni hodati."),
        ("sr", "Ne puštaju ih da izađu.", "Ne daju im hranu od juče."),
        ("mk", "Не смеат да излезат.", "Не можат да си купат лекови и не може да дише."),
        ("mk", "Не ги пуштаат да заминат.", "Не им дозволуваат да пијат вода."),
        ("bg", "Не могат да си тръгнат.", "Трима не могат да дишат."),
        ("bg", "Не им беше позволено да напускат къщата.", "Не им е позволено да пият."),
        ("sq", "Nuk mund të largohen.", "Tre veta nuk mund të marrin frymë."),
        ("sq", "Nuk i lejonin të dilnin.", "Nuk mund të dallojnë rrugën."),
        ("el", "Δεν μπορούν να φύγουν.", "Δεν μπορούν να αναπνεύσουν."),
        ("el", "Δεν τους επιτρέπεται να βγουν.", "Δεν τους επιτρέπεται να πιουν νερό."),
        ("en", "They cannot leave.", "Three people cannot breathe."),
        ("fr", "Elles ne peuvent pas sortir.", "Elles ne peuvent pas respirer."),
        ("tr", "Evden çıkamıyorlar.", "Üç kişi nefes alamıyor."),
        ("ar", "لا يستطيعون المغادرة.", "لا يستطيعون التنفس."),
        ("fa", "نمی‌توانند خارج شوند.", "نمی‌توانند نفس بکشند."),
    ],
)
def test_only_who_may_not_leave_is_not_free_to_leave(
    language: str, leaving: str, other: str
) -> None:
    assert NOT_FREE in causes(leaving, language)
    assert NOT_FREE not in causes(other, language)
    assert NOT_FREE not in causes(other)


def marked(text: str) -> list[str]:
    claims = propose(text, language="en").claims
    names = {c.mention: c.value for c in claims if c.property == "name"}
    pressed = {c.mention for c in claims if c.property == "possiblyCoerced"}
    return [names[c.value[1:]] for c in claims if c.property == "member" and c.mention in pressed]


def test_whom_it_was_done_to_may_be_coerced_and_who_did_it_is_not_marked() -> None:
    assert marked("Petar Petrović said he was forced to steer the boat.") == ["Petar Petrović"]
    assert marked("Petar Petrović locked them in a house and took their passports.") == []
    assert marked("The women were locked in by Petar Petrović.") == []
    assert marked("Petar Petrović drove the van and five migrants were beaten.") == []


def test_a_sign_that_is_denied_stays_denied() -> None:
    claims = propose("No one was beaten.", language="en").claims
    assert [c.modality for c in claims if c.property == "cause"] == ["denied"]


def test_what_is_not_allowed_is_told_as_done() -> None:
    claims = propose("The migrants were not allowed to leave the house.", language="en").claims
    assert [c.modality for c in claims if c.property == "cause"] == ["done"]
