"""The tools that check JavaScript: locked, and said to be missing where they are."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.serving import ROOT

_OWN = re.compile(r"https://registry\.npmjs\.org/")


def _json(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((ROOT / name).read_text("utf-8"))
    return read


def test_each_tool_has_one_version_and_the_lock_has_the_same() -> None:
    wanted = _json("package.json")
    versions = wanted["devDependencies"].values()
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)
    packages = _json("package-lock.json")["packages"]
    assert packages[""]["devDependencies"] == wanted["devDependencies"]
    assert "dependencies" not in wanted
    for name, version in wanted["devDependencies"].items():
        assert packages[f"node_modules/{name}"]["version"] == version


def test_every_locked_tool_has_a_digest_and_no_address_of_its_own() -> None:
    packages = {name: one for name, one in _json("package-lock.json")["packages"].items() if name}
    assert len(packages) > 50
    for name, one in packages.items():
        assert one["integrity"].startswith("sha512-"), name
        assert _OWN.match(one.get("resolved", "https://registry.npmjs.org/")), name


def _plan(tmp_path: Path, node: str) -> list[str]:
    """What `make test` would do where `node` answers with this, and npm is there."""
    for name, answer in (("node", node), ("npm", "")):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\necho {answer}\n")
        program.chmod(0o755)
    make = shutil.which("make")
    assert make
    command = [make, "--dry-run", "test"]
    env = {"PATH": str(tmp_path)}
    planned = subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, check=True
    ).stdout
    return planned.splitlines()


def test_make_checks_javascript_where_it_can(tmp_path: Path) -> None:
    planned = _plan(tmp_path, "yes")
    assert "npm run --silent check" in planned
    assert not any("NOT CHECKED" in line for line in planned)


def test_make_says_loudly_that_it_cannot(tmp_path: Path) -> None:
    planned = _plan(tmp_path, "")
    assert not any("npm" in line and "NOT CHECKED" not in line for line in planned)
    assert sum("NOT CHECKED: the JavaScript" in line for line in planned) == 2
    assert "NOT CHECKED" in planned[-1]


def test_all_javascript_is_checked_but_the_script_that_is_joined_from_modules() -> None:
    checked = {path for path in ROOT.glob("partnership/**/*.js") if path.parent.name != "assets"}
    left = sorted(set(ROOT.glob("partnership/**/*.js")) - checked)
    assert left == [ROOT / "partnership/export/web/assets/presenter.js"]
    assert _json("tsconfig.json")["exclude"] == ["partnership/export/web/assets"]
    assert _json("tsconfig.json")["compilerOptions"]["strict"]
