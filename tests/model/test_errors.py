"""Every error says what, where, why and what to do, and ends with its own exit code."""

from headwater.model import DamagedNode, HeadwaterError, NotPermitted, Refused, WrongUse


def test_an_error_tells_a_person_all_four_parts():
    error = WrongUse("No such method", where="--set", why="it is not declared", do="see methods")
    assert str(error) == "No such method Where: --set. Why: it is not declared. Do: see methods."
    assert error.as_dict()["do"] == "see methods"


def test_exit_codes_are_those_that_scripts_depend_on():
    codes = {kind: kind.exit_code for kind in (Refused, WrongUse, NotPermitted, DamagedNode)}
    assert codes == {Refused: 1, WrongUse: 2, NotPermitted: 3, DamagedNode: 4}
    assert all(issubclass(kind, HeadwaterError) for kind in codes)
