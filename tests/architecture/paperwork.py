"""Rules of the papers: dependencies and licences, requirements, tracked files, decisions."""

import re
import subprocess
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

NAME = re.compile(r"^[A-Za-z0-9._-]+")

# Free licences a run-time requirement may carry, as their metadata spell them.
PERMISSIVE = re.compile(
    r"\b(MIT|MIT-0|BSD|BSD-[23]-Clause|0BSD|Apache|Apache-2\.0|ISC|PSF|PSFL|PSF-2\.0|Zlib|CC0-1\.0"
    r"|Public[- ]Domain)\b"
)
NEVER = re.compile(r"\b(A?GPL|LGPL|GNU|SSPL|BUSL|Commercial|NC)\b", re.IGNORECASE)
# Requirements under another free licence that may be passed on unmodified, each with its reason.
UNMODIFIED = {"certifi": "MPL-2.0: a list of certificates that comes with litestar's test client"}

# Tracked files over 1 MB, each with its reason.
LARGE_FILES: dict[str, str] = {
    "models/names.npz": "weights and lists of the tagger, at most 5 MB",
    "src/headwater/intake/reading/data/places.csv": "every place of the region, all its spellings",
}
LARGEST_FILE = 1_000_000


def canonical(name: str) -> str:
    """PyPI treats `types_PyYAML` and `types-pyyaml` alike, and so do we."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared_dependencies(root: Path) -> set[str]:
    pyproject = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    lines = list(pyproject["project"]["dependencies"])
    groups = pyproject.get("dependency-groups", {})
    for group in (
        *groups.values(),
        *pyproject["project"].get("optional-dependencies", {}).values(),
    ):
        lines += group
    return {canonical(found[0]) for line in lines if (found := NAME.match(line))}


def unexplained_dependencies(root: Path) -> list[str]:
    """Each declared dependency has its row in docs/dependencies.md, and each row its dependency."""
    text = (root / "docs" / "dependencies.md").read_text(encoding="utf-8")
    explained = {canonical(name) for name in re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)}
    declared = declared_dependencies(root)
    return [f"{name}: no row in docs/dependencies.md" for name in sorted(declared - explained)] + [
        f"{name}: explained but not declared" for name in sorted(explained - declared)
    ]


def unnoticed_packages(root: Path) -> list[str]:
    """THIRD_PARTY_NOTICES.md lists what is installed at run time, no more and no less."""
    text = (root / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    noticed = {canonical(name) for name in re.findall(r"^\| ([a-z0-9._-]+)", text, re.MULTILINE)}
    installed = set(pinned(root / "requirements" / "run.txt"))
    return [f"{name}: no notice" for name in sorted(installed - noticed)] + [
        f"{name}: noticed but not required"
        for name in sorted(noticed - installed - {"package", "---"})
    ]


DATA = {".csv", ".tsv", ".json", ".geojson", ".parquet", ".gz", ".zst", ".ttf", ".otf", ".woff2"}


def unnoticed_data(root: Path, files: Iterable[Path]) -> list[str]:
    """THIRD_PARTY_NOTICES.md names every folder of data or fonts that the package ships."""
    text = (root / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    source = root / "src"
    folders = {
        f.parent.relative_to(root) for f in files if f.suffix in DATA and source in f.parents
    }
    return [f"{folder}: no notice" for folder in sorted(folders) if f"`{folder}`" not in text]


def pinned(requirements: Path) -> dict[str, bool]:
    """Names in a requirements file -> whether every machine needs it (no marker)."""
    found: dict[str, bool] = {}
    for line in requirements.read_text(encoding="utf-8").splitlines():
        if match := NAME.match(line):
            name = canonical(match[0])
            found[name] = found.get(name, False) or ";" not in line
    return found


def licence_of(found: Distribution) -> str:
    """What a distribution says of its licence: the expression, else the field and classifiers."""
    data = found.metadata
    if expression := data.get("License-Expression"):
        return str(expression)
    first_line = (data.get("License") or "").strip().split("\n")[0]
    classifiers = [c for c in data.get_all("Classifier", []) if c.startswith("License")]
    return "; ".join(filter(None, [first_line, *classifiers]))


def unfree_licences(licences: dict[str, str]) -> list[str]:
    """Every run-time requirement may be used and passed on by anyone, in any product."""
    return [
        f"{name}: {licence or 'no licence given'}"
        for name, licence in sorted(licences.items())
        if name not in UNMODIFIED and (NEVER.search(licence) or not PERMISSIVE.search(licence))
    ]


def run_time_licences(root: Path) -> dict[str, str]:
    licences = {}
    for name, everywhere in pinned(root / "requirements" / "run.txt").items():
        try:
            licences[name] = licence_of(distribution(name))
        except PackageNotFoundError:
            if everywhere:
                licences[name] = "not installed; run: make setup"
    return licences


def loose_requirements(root: Path) -> list[str]:
    """Requirements are pinned by version and hash, name no address, and cover what is declared."""
    found = []
    names: set[str] = set()
    for path in sorted((root / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        names |= set(pinned(path))
        for entry in re.split(r"\n(?=[A-Za-z0-9])", text):
            if NAME.match(entry) and not ("==" in entry and "--hash=sha256:" in entry):
                found.append(f"{path.name}: {entry.splitlines()[0]} is not pinned by hash")
        found += [
            f"{path.name}: names an address: {line.strip()}"
            for line in text.splitlines()
            if "://" in line or line.lstrip().startswith(("--index", "--extra-index", "--find"))
        ]
    missing = declared_dependencies(root) - names
    return found + [f"{name}: declared but not pinned; run: make lock" for name in sorted(missing)]


def tracked_files(root: Path) -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True
    )
    return [root / name for name in listing.stdout.split("\0") if name and (root / name).is_file()]


@cache
def package_hosts() -> frozenset[str]:
    """Hosts that packages come from: the public ones, and those this machine is set up with."""
    public = {
        ".".join(words)
        for words in (
            ("pypi", "org"),
            ("files", "pythonhosted", "org"),
            ("registry", "npmjs", "org"),
            ("deb", "debian", "org"),
            ("security", "debian", "org"),
        )
    }
    said = [_output(["pip", "config", "list"]), _output(["npm", "config", "get", "registry"])]
    for source in [Path("/etc/apt/sources.list"), *Path("/etc/apt").glob("sources.list.d/*")]:
        said += [source.read_text(encoding="utf-8")] if source.is_file() else []
    hosts = re.findall(r"https?://(?:[^/\s'\"@]*@)?([^/\s'\":]+)", "\n".join(said))
    return frozenset(public | set(hosts))


def _output(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=300).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""


def betrayed_places(root: Path, files: Iterable[Path], hosts: Iterable[str]) -> list[str]:
    """No tracked file names a package host or a path of one machine."""
    patterns = [re.escape(host) for host in hosts]
    patterns.append(r"(?<![\w.])/(?:(?:home|Users)/[a-z][\w.-]*|root)/")
    if len(root.parent.parts) > 1:
        patterns.append(rf"(?<![\w.]){re.escape(str(root.parent))}/[a-z.]+/")
    places = re.compile("|".join(patterns))
    found = []
    for path in files:
        data = path.read_bytes()
        if b"\0" in data:
            continue
        for number, line in enumerate(data.decode("utf-8", errors="replace").splitlines(), 1):
            if match := places.search(line):
                found.append(f"{path.relative_to(root)}:{number}: {match[0]}")
    return found


def unwelcome_files(root: Path, files: Iterable[Path]) -> list[str]:
    """No lock file that names a registry, no large file without a reason."""
    found = []
    for path in files:
        name = str(path.relative_to(root))
        if path.name == "uv.lock":
            found.append(f"{name}: names the registry; keep requirements/*.txt instead")
        if path.stat().st_size > LARGEST_FILE and name not in LARGE_FILES:
            found.append(f"{name}: {path.stat().st_size:,} bytes without a reason")
    return found


def untidy_decisions(root: Path) -> list[str]:
    """docs/decisions/0001-words.md, numbered without gaps, with title, date and status."""
    records = sorted((root / "docs" / "decisions").glob("*"))
    found = [] if records else ["no decisions are recorded"]
    for expected, path in enumerate(records, 1):
        number = f"{expected:04d}"
        text = path.read_text(encoding="utf-8")
        if not re.fullmatch(rf"{number}-[a-z0-9-]+\.md", path.name):
            found.append(f"{path.name}: expected {number}-some-words.md")
        if not re.match(rf"# {number} \S", text):
            found.append(f"{path.name}: begins with '# {number} ' and a title")
        if not re.search(r"^Date: \d{4}-\d{2}-\d{2}$", text, re.MULTILINE):
            found.append(f"{path.name}: no line 'Date: YYYY-MM-DD'")
        if not re.search(r"^Status: (accepted|superseded by \d{4})$", text, re.MULTILINE):
            found.append(f"{path.name}: no line 'Status: accepted' or 'superseded by NNNN'")
    return found
