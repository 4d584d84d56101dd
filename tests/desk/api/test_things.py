"""A script is told of a thing what its owner's page tells."""


def test_a_thing_has_values_with_the_statements_behind_them(staff):
    script = staff.script("ana")
    item = script.get("/api/reports/one", params={"urn": "IR 1"}).json()["items"][0]
    person = next(one["entity"] for one in item["statements"] if one["schema"] == "Person")
    thing = script.get("/api/things/one", params={"id": person}).json()
    assert thing["named"] == bool(thing["said"])
    assert all(value["statements"] for value in thing["said"])
    assert script.get("/api/things/one", params={"id": "nobody"}).status_code == 404
