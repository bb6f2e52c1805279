"""What we import is required, and everything that is installed has one version, the tested one."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib import metadata

import pytest

from tests.serving import ROOT

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)$")
_OURS = {"partnership", "pages", "tests"}


def _same(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _read(file: str) -> dict[str, str]:
    lines = (ROOT / file).read_text("utf-8").splitlines()
    wanted = [line for line in lines if line and line[0] not in "#-"]
    found = [_PINNED.match(line) for line in wanted]
    assert all(found), f"{file}: each line names a package and one version"
    return {_same(m[1]): m[2] for m in found if m}


RUN, DEV, ALL = (
    _read(f"{name}.txt") for name in ("requirements", "requirements-dev", "constraints")
)


def _imported() -> Iterator[str]:
    files = [ROOT / "dashboard.py"]
    files += [f for folder in ("partnership", "pages") for f in (ROOT / folder).rglob("*.py")]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (one.name.split(".")[0] for one in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                yield node.module.split(".")[0]


def test_what_is_imported_is_required() -> None:
    brought = metadata.packages_distributions()
    missing = {
        module
        for module in set(_imported()) - set(sys.stdlib_module_names) - _OURS
        if not {_same(name) for name in brought.get(module, [])} & set(RUN)
    }
    assert missing == set()


def test_the_constraints_say_what_the_requirements_say() -> None:
    assert {**RUN, **DEV}.items() <= ALL.items()


@pytest.mark.parametrize("name", sorted(ALL))
def test_what_is_installed_is_what_is_pinned(name: str) -> None:
    assert metadata.version(name) == ALL[name]


def test_everything_that_comes_along_is_pinned() -> None:
    """Packages that the pinned ones require on this machine, without extras."""
    missing = {
        _same(found[0])
        for name in ALL
        for line in metadata.requires(name) or ()
        if ";" not in line and (found := re.match(r"[A-Za-z0-9._-]+", line))
    } - set(ALL)
    assert missing == set()
