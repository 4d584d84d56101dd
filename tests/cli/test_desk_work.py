"""What a person decides and signs from the command line."""

import json
from datetime import date, timedelta

import numpy as np

from headwater.cli.program import run


def test_a_category_that_does_not_exist_is_refused(tmp_path, capsys):
    folder = str(tmp_path / "node")
    assert run(["init", folder, "--agency", "Drava Hub", "--as", "mira"]) == 0
    place = ["--node", folder, "--as", "mira", "--purpose", "p"]
    assert run(["categorise", "e", "villain", "--case", "c", "--reason", "r", *place]) == 2
    assert "suspect" in capsys.readouterr().err


def test_a_design_is_signed_and_the_finding_held_against_it(tmp_path, capsys):
    folder = str(tmp_path / "node")
    run(["init", folder, "--agency", "Drava Hub", "--as", "mira"])
    place = ["--node", folder, "--as", "mira", "--purpose", "p"]
    days = [date(2022, 1, 3) + timedelta(days=7 * at) for at in range(80)]
    counts = np.random.default_rng(0).poisson(200, (4, 80))
    lines = [f"{day},r{at},{n}" for at in range(4) for day, n in zip(days, counts[at], strict=True)]
    series = tmp_path / "s.csv"
    series.write_text("date,series,value\n" + "\n".join(lines) + "\n", encoding="utf-8")

    def saved(name, method, *given):
        capsys.readouterr()
        sets = [part for one in ("treated=r0", *given) for part in ("--set", one)]
        assert run(["analyse", method, "--series", str(series), *sets, "--json"]) == 0
        (tmp_path / name).write_text(capsys.readouterr().out, encoding="utf-8")
        return str(tmp_path / name)

    page = saved("page.json", "impact.power", f"start={days[72]}")
    line = ["register", page, "--operation", "Kestrel", "--periods", "8", *place]
    assert run([*line, "--json"]) == 0
    digest = json.loads(capsys.readouterr().out)["sha256"]
    assert run(line) == 0
    assert "late" in capsys.readouterr().out

    finding = saved("finding.json", "impact.effect", f"start={days[72]}")
    assert run(["registered", digest, finding, *place, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["certificate"]["registered"]
    assert (told["late"], told["differs"]) == (True, [])
    assert run(["registered", digest, page, *place]) == 2
    assert run(["registered", "0" * 64, finding, *place]) == 2


def test_a_file_that_holds_no_finding_is_not_signed(tmp_path, capsys):
    folder = str(tmp_path / "node")
    run(["init", folder, "--agency", "Drava Hub", "--as", "mira"])
    (tmp_path / "page.json").write_text("[]", encoding="utf-8")
    line = ["register", str(tmp_path / "page.json"), "--operation", "Kestrel"]
    assert run([*line, "--node", folder, "--as", "mira", "--purpose", "p"]) == 2
    assert "holds no finding" in capsys.readouterr().err
