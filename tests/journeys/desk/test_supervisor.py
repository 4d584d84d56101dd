"""Supervisor: decides on a sensitive item that nobody else here may read."""

URN = "/reports/read?urn=IR%2080"


def test_a_sensitive_item_is_read_and_approved_by_the_supervisor_alone(sign_in):
    analyst = sign_in("ana")
    analyst.goto("/reports")
    assert "IR 80" not in analyst.content()
    assert analyst.request.get(URN).status == 404

    page = sign_in("sanja")
    page.goto(URN)
    assert page.get_by_text("TLP:RED").first.is_visible()
    assert page.locator("a.mark.proposed", has_text="Besim Trilluar").first.is_visible()
    page.get_by_label("Reason").fill("The owner agreed on the telephone.")
    page.get_by_role("button", name="Accept all of item 1").click()
    assert page.locator("a.mark.accepted", has_text="Besim Trilluar").first.is_visible()
    assert page.get_by_text("The owner agreed on the telephone.").first.is_visible()
