"""The papers: dependencies with reasons and free licences, pinned requirements, dated decisions."""

import subprocess
from pathlib import Path

import pytest

from tests.architecture import paperwork
from tests.architecture.house import ROOT

PINNED = "click==8.5.1 \\\n    --hash=sha256:00\n"


@pytest.fixture(scope="session")
def files() -> list[Path]:
    return paperwork.tracked_files(ROOT)


def put(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def declare(root: Path, *dependencies: str) -> None:
    quoted = ", ".join(f'"{name}"' for name in dependencies)
    put(root, "pyproject.toml", f"[project]\ndependencies = [{quoted}]\n")


def test_every_dependency_has_its_reason_and_every_reason_its_dependency() -> None:
    assert paperwork.unexplained_dependencies(ROOT) == []


def test_a_dependency_without_reason_and_a_reason_without_dependency_are_seen(
    tmp_path: Path,
) -> None:
    declare(tmp_path, "Click>=8", "types_PyYAML")
    put(tmp_path, "docs/dependencies.md", "| `types-pyyaml` | types |\n| `gone` | nothing |\n")
    assert paperwork.unexplained_dependencies(tmp_path) == [
        "click: no row in docs/dependencies.md",
        "gone: explained but not declared",
    ]


def test_the_notices_list_what_is_installed_at_run_time() -> None:
    assert paperwork.unnoticed_packages(ROOT) == []


def test_a_missing_and_a_stale_notice_are_seen(tmp_path: Path) -> None:
    put(tmp_path, "requirements/run.txt", PINNED)
    put(tmp_path, "THIRD_PARTY_NOTICES.md", "| package | licence |\n|---|---|\n| gone | MIT |\n")
    assert paperwork.unnoticed_packages(tmp_path) == [
        "click: no notice",
        "gone: noticed but not required",
    ]


def test_the_notices_name_the_data_and_fonts_that_are_shipped(files: list[Path]) -> None:
    assert paperwork.unnoticed_data(ROOT, files) == []


def test_data_without_a_notice_is_seen(tmp_path: Path) -> None:
    put(tmp_path, "THIRD_PARTY_NOTICES.md", "- `src/headwater/draw/fonts`: a font\n")
    font = put(tmp_path, "src/headwater/draw/fonts/a.ttf", "")
    places = put(tmp_path, "src/headwater/intake/places/a.csv", "")
    assert paperwork.unnoticed_data(tmp_path, [font, places]) == [
        "src/headwater/intake/places: no notice"
    ]


def test_run_time_requirements_carry_free_licences() -> None:
    assert paperwork.unfree_licences(paperwork.run_time_licences(ROOT)) == []


@pytest.mark.parametrize(
    "licence", ["", "GPL-3.0-or-later", "LGPL", "GNU Affero", "MIT AND AGPL-3.0", "CC-BY-NC-4.0"]
)
def test_an_unfree_licence_is_seen(licence: str) -> None:
    assert paperwork.unfree_licences({"a": licence, "b": "MIT"}) == [
        f"a: {licence or 'no licence given'}"
    ]


def test_requirements_are_pinned_by_hash_and_name_no_address() -> None:
    assert paperwork.loose_requirements(ROOT) == []


@pytest.mark.parametrize(
    "text",
    [
        "click>=8\n    --hash=sha256:00\n",
        "click==8.5.1\n",
        PINNED + "--index-url somewhere\n",
        PINNED + "# from https" + "://example.org/simple\n",
        "rich==15 \\\n    --hash=sha256:00\n",
    ],
    ids=["not pinned", "no hash", "an index", "an address", "click is missing"],
)
def test_a_loose_requirement_is_seen(tmp_path: Path, text: str) -> None:
    declare(tmp_path, "click>=8")
    put(tmp_path, "requirements/run.txt", PINNED)
    assert paperwork.loose_requirements(tmp_path) == []
    put(tmp_path, "requirements/run.txt", text)
    assert paperwork.loose_requirements(tmp_path)


def test_no_tracked_file_names_a_package_host_or_a_path_of_one_machine(files: list[Path]) -> None:
    assert paperwork.betrayed_places(ROOT, files, paperwork.package_hosts()) == []


@pytest.mark.parametrize(
    "text",
    [
        "see packages" + ".example.org for more",
        "open('/ho" + "me/ana/x.csv')",
        "cp x /Us" + "ers/ana/x.csv",
        "cd /ro" + "ot/x",
    ],
)
def test_a_betrayed_place_is_seen(tmp_path: Path, text: str) -> None:
    path = put(tmp_path, "notes.md", f"first line\n{text}\n")
    found = paperwork.betrayed_places(tmp_path, [path], ["packages.example.org"])
    assert len(found) == 1
    assert found[0].startswith("notes.md:2: ")


def test_a_path_beside_the_repository_is_seen(tmp_path: Path) -> None:
    path = put(tmp_path, "notes.md", f"data in {tmp_path.parent}/shared/data\n")
    assert paperwork.betrayed_places(tmp_path, [path], [])


def test_the_public_package_hosts_are_known() -> None:
    assert ".".join(("pypi", "org")) in paperwork.package_hosts()


def test_no_lock_file_and_no_large_file_without_a_reason_is_tracked(files: list[Path]) -> None:
    assert paperwork.unwelcome_files(ROOT, files) == []


def test_an_unwelcome_file_is_seen_once_it_is_tracked(tmp_path: Path) -> None:
    put(tmp_path, "uv.lock", "")
    put(tmp_path, "big.csv", "x" * 1_000_001)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    assert len(paperwork.unwelcome_files(tmp_path, paperwork.tracked_files(tmp_path))) == 2


def test_decisions_are_numbered_titled_and_dated() -> None:
    assert paperwork.untidy_decisions(ROOT) == []


def test_a_missing_decision_log_is_seen(tmp_path: Path) -> None:
    assert paperwork.untidy_decisions(tmp_path) == ["no decisions are recorded"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("0002-late.md", "# 0002 Late\n\nDate: 2026-11-21\nStatus: accepted\n"),
        ("0001_words.md", "# 0001 Words\n\nDate: 2026-11-21\nStatus: accepted\n"),
        ("0001-words.md", "# Words\n\nDate: 2026-11-21\nStatus: accepted\n"),
        ("0001-words.md", "# 0001 Words\n\nDate: yesterday\nStatus: accepted\n"),
        ("0001-words.md", "# 0001 Words\n\nDate: 2026-11-21\nStatus: maybe\n"),
    ],
    ids=["a gap", "a name", "no number", "no date", "no status"],
)
def test_an_untidy_decision_is_seen(tmp_path: Path, name: str, text: str) -> None:
    put(tmp_path, f"docs/decisions/{name}", text)
    assert paperwork.untidy_decisions(tmp_path)
