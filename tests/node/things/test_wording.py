"""Names as an officer says them."""

from headwater.node.things.wording import in_words, kind_word


def test_humps_become_words():
    assert in_words("birthDate") == "birth date"
    assert kind_word("BankAccount") == "bank account"
    assert kind_word("Network") == "group"
