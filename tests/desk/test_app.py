"""The desk describes itself to scripts."""


def test_the_description_of_the_interface_is_there(enter):
    document = enter("ana").get("/schema/openapi.json").json()
    assert document["info"]["title"] == "Headwater desk"
    assert "/api/reports" in document["paths"]
