"""Legs."""

from headwater.intake.reading import propose


def legs(text: str) -> list[dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for claim in propose(text).claims:
        if claim.schema == "Leg":
            found.setdefault(claim.mention, {})[claim.property] = claim.value
    return list(found.values())


def test_a_way_over_a_third_place_is_two_legs() -> None:
    first, second = legs("The group travelled from Calais via Dunkirk to Dover.")
    assert (first["to"], second["from"]) == ("=place:hw-dunkirk", "=place:hw-dunkirk")


def test_people_taken_in_one_place_and_brought_to_another_travelled_a_leg() -> None:
    (leg,) = legs("Besnik Tarova collected 9 people in Calais and took them to Dover by lorry.")
    assert (leg["from"], leg["to"]) == ("=place:hw-calais", "=place:hw-dover")
    assert (leg["mode"], leg["persons"]) == ("lorry", "9")


def test_officers_being_deployed_are_no_leg() -> None:
    assert legs("Officers were deployed from Dover to Calais.") == []


def test_a_plan_is_told_as_a_plan() -> None:
    claims = propose("They plan to move 9 people from Calais to Dover.").claims
    assert {c.modality for c in claims if c.schema == "Leg"} == {"planned"}
