"""What is built into the pages is free, pinned without addresses, explained and noticed."""

import json
import re
from pathlib import Path
from typing import Any

from tests.architecture.paperwork import NEVER, PERMISSIVE

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "web"

# Under another free licence, each with its reason; in no bundle.
ONLY_TO_CHECK = {"axe-core": "MPL-2.0, unmodified: looks at the pages in tests"}


def _locked() -> dict[str, dict[str, Any]]:
    packages = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return {path.rpartition("node_modules/")[2]: told for path, told in packages.items() if path}


def test_every_npm_package_may_be_used_by_anyone_in_any_product() -> None:
    licences = {
        name: told.get("license", "none").replace("BSD-0-Clause", "0BSD")
        for name, told in _locked().items()
        if not (name in ONLY_TO_CHECK and told.get("dev"))
    }
    unfree = {
        name: licence
        for name, licence in licences.items()
        if NEVER.search(licence) or not PERMISSIVE.search(licence)
    }
    assert unfree == {}


def test_npm_packages_are_pinned_by_hash_and_name_no_address() -> None:
    loose = [
        name
        for name, told in _locked().items()
        if "resolved" in told or not told.get("integrity", "").startswith("sha512-")
    ]
    assert loose == []


def test_each_npm_package_asked_for_has_its_reason() -> None:
    asked = json.loads((WEB / "package.json").read_text(encoding="utf-8"))
    text = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| npm `([^`]+)` \|", text, re.MULTILINE))
    assert explained == {*asked["dependencies"], *asked["devDependencies"]}


def test_the_notices_name_every_npm_package_built_into_the_pages() -> None:
    text = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    section = text.partition("## In the pages")[2].partition("\n## ")[0]
    noticed = set(re.findall(r"^- (\S+) \(", section, re.MULTILINE))
    assert noticed == {name for name, told in _locked().items() if not told.get("dev")}
