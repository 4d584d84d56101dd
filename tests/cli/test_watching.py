"""Standing questions and alerts from the command line."""

import json

import pytest

from headwater.cli.program import run


@pytest.fixture
def place(tmp_path):
    folder = str(tmp_path / "node")
    assert run(["init", folder, "--agency", "Drava Hub", "--as", "mira"]) == 0
    return ["--node", folder, "--as", "mira", "--purpose", "case: Drava"]


def said(capsys, *line):
    capsys.readouterr()
    assert run([*line, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_watch_is_put_listed_renewed_and_ended(place, capsys):
    made = said(
        capsys, "watch", "add", "leg", "Horgos", "--and", "Subotica", "--mode", "van", *place
    )
    assert made["asks"] == "any new leg between Horgoš and Subotica by van"
    assert [one["id"] for one in said(capsys, "watch", "list", *place)["watches"]] == [
        "danger",
        made["id"],
    ]
    assert said(capsys, "watch", "renew", made["id"], "--days", "80", *place)["state"] == "asked"
    assert said(capsys, "watch", "end", made["id"], *place)["state"] == "ended"
    assert run(["watch", "list", *place]) == 0
    assert "ended until" in capsys.readouterr().out


def test_what_was_here_before_is_asked_when_wanted(place, capsys, tmp_path):
    (tmp_path / "U1.txt").write_text("URN: U1\n\nA van at Horgoš. [2D-P]\n", encoding="utf-8")
    assert run(["add", str(tmp_path / "U1.txt"), *place]) in (0, 1)
    made = said(capsys, "watch", "add", "place", "Horgoš", *place)
    told = said(capsys, "watch", "earlier", made["id"], *place)
    assert [one["report"] for one in told["found"]] == ["U1"]
    assert run(["watch", "earlier", made["id"], *place]) == 0
    assert "1 items were asked." in capsys.readouterr().out
    assert said(capsys, "alerts", "--all", *place)["alerts"] == []


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        (["vehicle", "SU-123-AB"], "the vehicle SU123AB anywhere"),
        (["words", "life jackets"], "the words 'life jackets'"),
        (["network", "Plavi"], "anything on the network Plavi"),
        (["danger", "--place", "Horgoš"], "danger to life at Horgoš"),
        (["leg", "--mode", "boat"], "any new leg by boat"),
    ],
)
def test_each_kind_is_asked_by_its_own_word(place, capsys, line, asks):
    assert said(capsys, "watch", "add", *line, *place)["asks"] == asks


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (["person", "Nobody Whoever"], 3),
        (["phone", "+381601234567"], 3),
        (["weather", "rain"], 2),
        (["place", "Horgoš", "--place", "Subotica"], 2),
        (["place", "Horgoš", "--days", "400"], 2),
    ],
)
def test_what_may_not_or_cannot_be_asked_ends_with_its_code(place, line, code):
    assert run(["watch", "add", *line, *place]) == code


def test_alerts_are_listed_and_read(place, tmp_path, capsys):
    report = tmp_path / "r.txt"
    report.write_text("URN: IR 000001\n\n1. A boat is taking on water off Dunkirk. [2B-P]\n")
    assert run(["add", str(report), *place]) == 0
    (alert,) = said(capsys, "alerts", *place)["alerts"]
    assert run(["alerts", *place]) == 0
    assert "LIFE AT RISK: A life may be at risk (sinking) at Dunkirk." in capsys.readouterr().out
    assert said(capsys, "alerts", "--ack", alert["id"], *place) == {"read": [alert["id"]]}
    assert said(capsys, "alerts", *place) == {"alerts": []}
    assert said(capsys, "alerts", "--all", "--since", "2020-01-01", *place)["alerts"]
    assert run(["alerts", "--ack", "nothing", *place]) == 2
    assert run(["alerts", *place[:4]]) == 2
