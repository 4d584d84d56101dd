"""A script runs methods as its owner would, and asks again for its own runs alone."""


def test_a_method_answers_with_rows_and_what_they_rest_on(staff):
    script = staff.script("ana", "read", "analyse")
    known = [one["id"] for one in script.get("/api/methods").json()["methods"]]
    assert "routes.map" in known
    answer = script.post("/api/findings", json={"method": "routes.map"}).json()
    assert answer["done"]
    assert answer["finding"]["method"] == "routes.map"
    again = {"run": answer["run"]}
    assert script.get("/api/findings/one", params=again).json() == answer
    assert staff.script("sara").get("/api/findings/one", params=again).status_code == 404


def test_a_method_that_is_not_there_is_refused_with_what_to_do(staff):
    answer = staff.script("ana", "analyse").post("/api/findings", json={"method": "no.such"})
    assert answer.status_code == 422
    assert answer.json()["error"]["do"]
