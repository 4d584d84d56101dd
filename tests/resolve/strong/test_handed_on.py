"""Who of the holders of one phone may be one person, by what they are called."""

from headwater.resolve.strong.handed_on import NAMES_DIFFER, by_name, differing
from headwater.resolve.strong.identifiers import Holding
from headwater.resolve.strong.profile import NAME, Profile


def holder(entity):
    return Holding("phone", "+38164111222", entity, 1)


def called(**names):
    return {entity: Profile("Person", {NAME: dict.fromkeys(some, 7)} if some else {})
            for entity, some in names.items()}  # fmt: skip


def groups(**names):
    found = by_name([holder(entity) for entity in sorted(names)], names)
    return ["".join(one.entity for one in group) for group in found]


def test_spellings_of_one_name_stand_together_whatever_their_script():
    names = {"a": ["zoran petrov"], "b": ["arben krasniqi"], "c": ["зоран петров"]}
    assert groups(**names) == ["ac", "b"]


def test_somebody_with_two_names_holds_those_together_who_bear_either():
    names = {"a": ["zoran petrov"], "b": ["arben krasniqi"]}
    assert groups(**names, c=["zoran petrov", "arben krasniqi"]) == ["abc"]


def test_who_has_no_name_belongs_to_the_only_holder_there_is():
    assert groups(a=[], b=["zoran petrov"]) == ["ab"]
    assert groups(a=[], b=["zoran petrov"], c=["arben krasniqi"]) == ["a", "b", "c"]
    assert groups(a=[], b=[]) == ["ab"]


def test_the_doubt_rests_on_what_gives_the_names():
    one, other = called(a=["zoran petrov"], b=["arben krasniqi"]).values()
    assert differing(one, other) == (NAMES_DIFFER, (7, 7))
