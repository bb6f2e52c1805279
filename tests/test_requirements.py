"""What we import is required; everything that is installed has one version, the locked one."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.serving import ROOT

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)$")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
_OURS = {"partnership", "pages", "tests"}


def _same(name: str) -> str:
    return str(canonicalize_name(name))


def _required(file: str) -> dict[str, str]:
    """Version by package of a file that we write."""
    lines = (ROOT / file).read_text("utf-8").splitlines()
    wanted = [line for line in lines if line and line[0] not in "#-"]
    found = [_PINNED.match(line) for line in wanted]
    assert all(found), f"{file}: each line names a package and one version"
    return {_same(m[1]): m[2] for m in found if m}


def _entries(file: str) -> list[str]:
    """Every entry of a lock as one line: `name==version ; marker --hash=… --hash=…`."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / file).read_text("utf-8"), flags=re.MULTILINE)
    return text.replace("\\\n", " ").splitlines()


def _locked(file: str) -> dict[str, Requirement]:
    """Requirement by package of a lock."""
    wanted = [Requirement(_HASH.sub("", entry).strip()) for entry in _entries(file)]
    return {_same(one.name): one for one in wanted}


def _version(locked: Requirement) -> str:
    return str(locked.specifier).removeprefix("==")


def _applies(wanted: Requirement, extras: Iterable[str] = ()) -> bool:
    """Whether a requirement is one of this machine, given the extras asked for."""
    marker = wanted.marker
    return marker is None or any(marker.evaluate({"extra": e}) for e in ("", *extras))


RUN, DEV = _required("requirements.txt"), _required("requirements-dev.txt")
LOCKS = {"requirements.lock": RUN, "requirements-dev.lock": {**RUN, **DEV}}
"""The requirements that each lock is written from."""
ALL = _locked("requirements-dev.lock")
HERE = sorted(name for name, locked in ALL.items() if _applies(locked))


def _imported() -> Iterator[str]:
    files = [ROOT / "dashboard.py"]
    files += [f for folder in ("partnership", "pages") for f in (ROOT / folder).rglob("*.py")]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (one.name.split(".")[0] for one in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                yield node.module.split(".")[0]


def _brought(name: str, extras: Iterable[str] = ()) -> set[Requirement]:
    """What an installed package requires on this machine, with some of its extras."""
    wanted = (Requirement(line) for line in metadata.requires(name) or ())
    return {one for one in wanted if _applies(one, extras)}


def _reached(names: Iterable[str]) -> set[str]:
    """Those packages and all that come along with them on this machine."""
    waiting: list[tuple[str, frozenset[str]]] = [(name, frozenset()) for name in names]
    found: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += [(_same(r.name), frozenset(r.extras)) for r in _brought(*one)]
    return {name for name, _ in found}


def test_what_is_imported_is_required() -> None:
    brought = metadata.packages_distributions()
    missing = {
        module
        for module in set(_imported()) - set(sys.stdlib_module_names) - _OURS
        if not {_same(name) for name in brought.get(module, [])} & set(RUN)
    }
    assert missing == set()


@pytest.mark.parametrize("file", LOCKS)
def test_a_lock_has_the_versions_of_the_requirements(file: str) -> None:
    locked = {name: _version(one) for name, one in _locked(file).items()}
    assert LOCKS[file].items() <= locked.items(), "run `make lock`"


def test_running_and_development_have_the_same_versions() -> None:
    run = {name: str(one) for name, one in _locked("requirements.lock").items()}
    assert run.items() <= {name: str(one) for name, one in ALL.items()}.items()


@pytest.mark.parametrize("file", LOCKS)
def test_every_locked_package_has_one_version_and_digests(file: str) -> None:
    entries = _entries(file)
    assert len(_locked(file)) == len(entries) > 50
    for entry in entries:
        named = _HASH.sub("", entry).partition(";")[0].strip()
        assert _PINNED.match(named), entry
        assert _HASH.search(entry), f"{named} has no digest"
        assert "--" not in _HASH.sub("", entry), entry


@pytest.mark.parametrize("file", LOCKS)
def test_a_lock_names_no_address_and_no_folder(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert re.findall(r"\w+://\S+|--(?:index|extra|find|trusted)\S*|(?<![\w.])/\w+", text) == []


@pytest.mark.parametrize("name", HERE)
def test_what_is_installed_is_what_is_locked(name: str) -> None:
    assert metadata.version(name) == _version(ALL[name])


@pytest.mark.parametrize("file", LOCKS)
def test_a_lock_holds_all_that_comes_along_and_nothing_else(file: str) -> None:
    here = {name for name, locked in _locked(file).items() if _applies(locked)}
    assert _reached(LOCKS[file]) == here


def test_make_installs_from_the_locks_alone() -> None:
    shown = subprocess.run(
        ["make", "--dry-run", "--always-make", "test"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    # Parts of the test that can be asked for alone ask for the set-up too.
    installed = list(dict.fromkeys(line for line in shown.splitlines() if "pip install" in line))
    assert [line.split()[-1] for line in installed] == list(LOCKS)
    assert all("--require-hashes" in line for line in installed)
