"""People being moved leave a table as numbers; payers who are no suspects as customers."""

CROSSINGS = """\
date,place,direction,name,nationality,birth_date,persons,mode
2025-03-01,Gate One,entry,Ali Hidden,SY,1990-01-01,2,car
2025-03-01,Gate One,entry,Omar Hidden,SY,1991-01-01,,car
2025-03-01,Gate One,exit,Sara Hidden,AF,1992-01-01,1,foot
2025-03-02,Gate One,entry,Lina Hidden,AF,1993-01-01,some,foot
"""


def test_a_crossing_log_becomes_counts_and_its_names_stay_in_the_original(take):
    taken = take({"log.csv": CROSSINGS})
    counts = {s.item: s.value for s in taken.statements if s.property == "count"}
    assert counts == {1: "3", 3: "1"}
    shown = str(taken.reports) + str(taken.statements) + str(taken.refusals)
    assert not [w for w in ("Hidden", "Ali", "1990", "1992") if w in shown]
    assert [r.position for r in taken.refusals] == ["row 4"]
    assert b"Ali Hidden" in taken.originals[taken.reports[0].sha256]
    assert "persons: 3" in taken.reports[0].items[0].text


def test_a_list_of_persons_without_a_column_of_numbers_is_counted_by_its_rows(take):
    rows = "2025-03-01,Gate One,entry,Ali Hidden\n2025-03-01,Gate One,entry,Sara Hidden\n"
    taken = take({"log.csv": f"date,place,direction,name\n{rows}"})
    assert [s.value for s in taken.statements if s.property == "count"] == ["2"]
    assert not [w for w in ("Ali", "Sara") if w in str(taken.reports) + str(taken.statements)]


def test_no_traveller_is_an_entity(take):
    taken = take({"log.csv": CROSSINGS})
    assert {s.schema for s in taken.statements} == {"Observation", "Place"}


PAYMENTS = """\
date,payer,payee,amount,currency,method,memo
2025-03-01,Small Payer,Boss,"1,000",EUR,cash,for small payer and son
2025-03-02,Other Payer,Boss,500,EUR,cash,
2025-03-03,Small Payer,RS35 260005601001,500,EUR,transfer,
"""


def test_payers_become_customers_and_how_many_they_are(take):
    taken = take({"pay.csv": PAYMENTS})
    payers = {s.value for s in taken.statements if s.property == "payer"}
    assert len(payers) == 1
    about = {s.property: s.value for s in taken.statements if s.entity in payers}
    assert about == {"name": "customers", "notes": "2"}
    shown = (str(taken.reports) + str(taken.statements)).lower()
    assert "small payer" not in shown
    assert "for customers and son" in shown
    assert not taken.refusals


def test_an_account_is_told_from_a_name(take):
    taken = take({"pay.csv": PAYMENTS})
    accounts = [s.value for s in taken.statements if s.property == "accountNumber"]
    assert accounts == ["RS35 260005601001"]
    assert "RS35 260005601001" not in [s.value for s in taken.statements if s.property == "name"]


def test_a_mapping_may_not_keep_in_one_query_what_another_takes_out(take):
    mapping = """
    queries:
      - customers: payer
        entities: {p: {schema: LegalEntity, key: payer, properties: {name: {column: payer}}}}
      - entities: {p: {schema: LegalEntity, key: payer, properties: {name: {column: payer}}}}
    """
    taken = take({"pay.csv": "payer\nSmall Payer\n"}, mapping=mapping)
    assert not taken.statements
    assert "stand alone" in taken.refusals[0].what
