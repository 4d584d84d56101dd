from headwater.model import Verdict
from headwater.resolve import decide_pair
from headwater.resolve.strong.identifiers import Holding
from headwater.resolve.strong.matching import Matcher
from headwater.resolve.strong.profile import BORN, Profile


def holders(*entities):
    return [Holding("phone", "+38164111222", entity, n) for n, entity in enumerate(entities)]


def test_what_is_known_of_a_cluster_grows_with_every_join():
    profiles = {
        "a": Profile("LegalEntity"),
        "b": Profile("Person", said={BORN: {"1980": 5}}),
        "c": Profile("Person", said={BORN: {"1990": 6}}),
    }
    found = list(Matcher(profiles, [], [0, 0, 0]).matches(holders("a", "b", "c")))
    assert [(m.right.entity, m.doubt.reason) for m in found] == [
        ("b", ""),
        ("c", "the years of birth differ"),
    ]


def test_joins_that_are_known_already_count_in_a_contradiction():
    profiles = {"a": Profile("Person"), "b": Profile("Person", said={BORN: {"1980": 5}}),
                "c": Profile("Person", said={BORN: {"1990": 6}})}  # fmt: skip
    known = [decide_pair("a", "b", Verdict.SAME, "amy", "t0", "met him")]
    (found,) = Matcher(profiles, known, [0, 0]).matches(holders("a", "c"))
    assert found.doubt.numbers == (5, 6)
