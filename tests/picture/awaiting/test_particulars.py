"""What statements tell of who somebody is, by the person or by what the person holds."""

import pytest

from headwater.picture.awaiting.particulars import particulars_told
from headwater.picture.coded import code_statements
from tests.fakes.store import FakeStore

PHONE = "+381645550142"


def told(store):
    coded = code_statements(store.scan(frozenset({0})), {}, {})
    return particulars_told(coded, {"p"})["p"].particulars


@pytest.fixture
def store():
    made = FakeStore()
    made.say("B1", "p", "Person", name="Omar Hidden", birthDate="1991-01-02")
    return made


def test_a_document_says_whose_it_is(store):
    store.say("B1", "d", "Identification", holder="p", number="N1", type="passport")
    assert told(store).documents == [("passport", "N1")]


def test_an_account_belongs_to_who_pays_with_it_is_paid_on_it_or_owns_it(store):
    for n, (schema, who, account) in enumerate(
        [
            ("Payment", "payer", "payerAccount"),
            ("Payment", "beneficiary", "beneficiaryAccount"),
            ("Ownership", "owner", "asset"),
        ]
    ):
        store.say("B1", f"x{n}", schema, **{who: "p", account: f"a{n}"})
        store.say("B1", f"a{n}", "BankAccount", iban=f"RS{n}")
    store.say("B1", "w", "CryptoWallet", holder="p", publicKey="bc1")
    store.say("B1", "x9", "Payment", payer="q", payerAccount="a9")
    store.say("B1", "a9", "BankAccount", iban="RS9")
    assert sorted(told(store).accounts) == ["RS0", "RS1", "RS2", "bc1"]


def test_a_phone_is_that_of_the_call_or_account_that_names_one_holder(store):
    store.say("B1", "c1", "Call", caller="p", callerNumber=PHONE, receiver="q")
    store.say("B1", "c2", "Call", receiver="p", callerNumber="+38164000001")
    store.say("B1", "c3", "Call", caller=["p", "q"], callerNumber="+38164000002")
    store.say("B1", "u", "UserAccount", owner="p", phone="+38164000003")
    assert sorted(told(store).phones) == sorted([PHONE, "+38164000003"])


def test_what_is_denied_tells_nothing(store):
    store.say("B2", "p", "Person", phone=PHONE, modality="denied")
    assert told(store).phones == []


def test_of_nobody_nothing_is_told(store):
    coded = code_statements(store.scan(frozenset({0})), {}, {})
    assert particulars_told(coded, set()) == {}
    assert particulars_told(coded, {"unheard of"}) == {}
