"""The business page."""


def test_every_part_of_the_business_has_its_place(enter):
    text = enter("ana").get("/business").text
    assert all(f'id="{name}"' in text for name in ("fees", "economics", "money", "squeeze"))
    assert "/findings/" in text
