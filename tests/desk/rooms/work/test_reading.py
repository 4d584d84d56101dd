"""One report, read and decided on."""

import re

READ = "/reports/read?urn=IR%201"


def decide(browser, do, **more):
    data = {"urn": "IR 1", "start": "0", "do": do, "reason": "read", **more}
    return browser.post("/reports/decide", data=data)


def test_a_report_is_shown_with_its_words_marked_its_grade_and_its_file(enter):
    text = enter("ana").get(READ).text
    assert '<a class="mark proposed" href="#s-2-1"><bdi dir="ltr">+381 60 1234567</bdi></a>' in text
    assert "2D-P" in text
    assert "URN: IR 1" in text  # the original beside it


def test_no_such_report_and_a_secret_one_are_one_page(enter):
    missing = enter("ana").get("/reports/read?urn=IR%209")
    secret = enter("ivo").get(READ)
    assert (missing.status_code, secret.status_code) == (404, 404)
    assert "There is no such report here for you" in missing.text
    assert "There is no such report here for you" in secret.text


def test_a_statement_is_accepted_and_the_next_one_is_current(own):
    answer = decide(own("ana"), "accept proposed IR 1#2.1")
    assert answer.status_code == 200
    assert "Accepted." in answer.text
    assert 'class="tag accepted" href="/statements?id=IR%201%232.1"' in answer.text


def test_the_second_is_told_what_the_first_decided_and_keeps_what_was_written(own):
    ana, mira = own("ana"), own("mira")
    decide(ana, "accept proposed IR 1#2.1", reason="heard twice")
    answer = decide(
        mira, "correct proposed IR 1#2.1", value="+381601234560", words="1234567", reason="typo"
    )
    assert answer.status_code == 409
    assert "heard twice" in answer.text
    assert 'value="+381601234560"' in answer.text


def test_of_two_corrections_the_second_sees_the_first_and_may_put_its_own_to_it(own):
    ana, mira = own("ana"), own("mira")
    decide(ana, "correct proposed IR 1#2.1", value="+381601234560", reason="heard twice")
    answer = decide(
        mira, "correct proposed IR 1#2.1", value="+381601234569", words="1234567", reason="typo"
    )
    assert answer.status_code == 409
    notice = answer.text.partition('role="alert"')[2].partition("</div>")[0]
    assert '<q dir="auto">+381601234560</q>' in notice
    assert '<q dir="auto">+381601234569</q>' in notice
    assert 'name="words" dir="auto" value="1234567"' in answer.text
    (again,) = re.findall(r'<button name="do" value="(correct accepted [^"]+)">', answer.text)
    decide(mira, again, value="+381601234569", words="1234567", reason="typo")
    assert '<b dir="auto">+381601234569</b>' in mira.get(READ).text


def test_a_correction_that_does_not_fit_is_refused_with_what_to_do_and_stays_in_its_form(own):
    answer = decide(own("ana"), "correct proposed IR 1#2.1", value="no phone")
    assert answer.status_code == 400
    assert "a phone with its country" in answer.text
    assert 'name="value" dir="auto" autofocus value="no phone"' in answer.text


def test_a_link_is_corrected_by_name_with_what_the_report_names_to_choose_from(own):
    ana = own("ana")
    page = ana.get(READ).text
    (leg,) = re.findall(r'Horgoš</a>.*?value="accept proposed (IR 1#1\.\d+)"', page, re.DOTALL)[-1:]
    form = ana.get("/reports/read", params={"urn": "IR 1", "after": leg, "show": "correct"}).text
    assert 'name="value" dir="auto" autofocus value="Horgoš" data-select list="named"' in form
    assert '<option value="Subotica"></option>' in form
    assert 'value="place:' not in form
    offered = ana.get("/reports/places", params={"value": "Илок"}).text
    assert offered.strip() == '<option value="Ilok">HR</option>'
    refused = decide(ana, f"correct proposed {leg}", value="Nigdegrad", words="Horgos")
    assert refused.status_code == 400
    notice = refused.text.partition('role="alert"')[2].partition("</div>")[0]
    assert "Nigdegrad" in notice
    assert "headwater" not in notice
    assert "Corrected." in decide(ana, f"correct proposed {leg}", value="Ilok").text


def test_taking_back_is_among_the_keys_and_what_was_just_decided_is_marked(own):
    ana = own("ana")
    assert '<kbd data-does="Take back">u</kbd>' in ana.get(READ).text
    after = decide(ana, "reject proposed IR 1#2.1").text
    (just,) = re.findall(r"<li [^>]* data-just>.*?</li>", after, re.DOTALL)
    assert 'value="undo rejected IR 1#2.1" data-key="u"' in just
    assert "data-just" not in ana.get(READ).text


def test_the_glass_is_broken_with_a_reason_and_the_answer_never_tells_of_a_report(own):
    mira = own("mira")
    given = {"urn": "IR 9", "reason": "a child may drown tonight", "life": "1"}
    assert mira.post("/reports/glass", data=given).status_code == 404  # as without the grant
    short = mira.post("/reports/glass", data=given | {"reason": "x"})
    assert short.status_code == 400


def test_the_file_is_saved_under_its_name_and_never_shown_as_a_page(enter):
    answer = enter("ana").get("/reports/original?urn=IR%201")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.text.startswith("URN: IR 1")
    assert enter("ivo").get("/reports/original?urn=IR%201").status_code == 404


def test_names_that_are_code_stay_words(own):
    ana = own("ana")
    form = {
        "originator": "<script>alert(1)</script>",
        "title": "<img src=x onerror=alert(1)>",
        "urn": "X 1",
        "information": "2026-03-02",
        "record": "2026-03-02",
        "text-1": "<b>Goran</b> at Horgos.",
        "source-1": "2",
        "assessment-1": "D",
        "handling-1": "P",
    }
    ana.post("/reports/write", data=form)
    text = ana.get("/reports/read?urn=X%201").text
    assert "<script>alert" not in text
    assert "<img src=x" not in text
    assert "&lt;b&gt;" in text


def test_a_corrected_value_shows_who_and_when_and_is_taken_back_there(own):
    ana = own("ana")
    text = decide(ana, "correct proposed IR 1#2.1", value="+381601234560", reason="one digit").text
    shown = text.partition('<b dir="auto">+381601234560</b>')[2].partition("</li>")[0]
    assert re.search(r'<span dir="auto">ana</span>, \d{4}-\d\d-\d\d \d\d:\d\d', shown)
    assert "one digit" in shown
    (back,) = re.findall(r'value="(undo accepted [^"]+)"', shown)
    undone = decide(ana, back, reason="it was right").text
    assert "Taken back." in undone
    assert 'class="tag proposed" href="/statements?id=IR%201%232.1"' in undone
