import pytest

from headwater.resolve.columns import Row
from headwater.resolve.strong.identifiers import holdings

PHONE = "+38164111222"


def held(*lines):
    found = holdings(Row(*line, number) for number, line in enumerate(lines))
    return {(h.kind, h.key, h.entity) for h in found}


def test_a_phone_belongs_to_whom_a_statement_gives_it():
    assert held(("a", "Person", "phone", PHONE)) == {("phone", PHONE, "a")}
    assert held(("n", "Mention", "contextPhone", PHONE)) == set()


@pytest.mark.parametrize("number", ["064 111 222", "+0641112222", "+38164", "unknown", ""])
def test_a_number_that_is_not_in_full_joins_nobody(number):
    assert held(("a", "Person", "phone", number)) == set()


def test_the_caller_of_a_call_record_holds_the_number_it_was_made_from():
    call = [("c", "Call", "caller", "a"), ("c", "Call", "callerNumber", PHONE)]
    assert held(*call) == {("phone", PHONE, "a")}
    assert held(*call, ("c", "Call", "caller", "b")) == set()


def test_the_owner_of_an_account_holds_its_phone_and_the_account_does_not():
    lines = [("u", "UserAccount", "owner", "a"), ("u", "UserAccount", "phone", PHONE)]
    assert held(*lines) == {("phone", PHONE, "a")}


def test_a_document_counts_with_its_issuer_only_however_it_is_written():
    number = ("a", "Person", "passportNumber", "ab 123-456")
    assert held(number) == set()
    assert held(number, ("a", "Person", "nationality", "RS")) == {("document", "rs AB123456", "a")}


def test_the_holder_of_an_identification_holds_its_number():
    lines = [
        ("i", "Passport", "passportNumber", "AB123456"),
        ("i", "Passport", "country", "rs"),
        ("i", "Passport", "holder", "a"),
    ]
    assert held(*lines) == {("document", "rs AB123456", "a"), ("document", "rs AB123456", "i")}


def test_plates_need_their_country_and_accounts_their_bank():
    plate = ("v", "Vehicle", "registrationNumber", "BG 123-AB")
    assert held(plate) == set()
    assert held(plate, ("v", "Vehicle", "country", "rs")) == {("plate", "rs BG123AB", "v")}
    account = ("b", "BankAccount", "accountNumber", "000123456")
    assert held(account) == set()
    bank = ("b", "BankAccount", "bic", "BANKRSBG")
    assert held(account, bank) == {("account", "bankrsbg 000123456", "b")}
    iban = ("b", "BankAccount", "iban", "RS35 2600 0560 1001 6113 79")
    assert held(iban) == {("account", "RS35260005601001611379", "b")}
