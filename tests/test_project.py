"""What is written about the project is true of it: versions, links, files, commands, licences."""

from __future__ import annotations

import io
import json
import re
import tokenize
import tomllib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from partnership.site.sitemap import LEAVES
from tests.serving import ROOT

WRITTEN = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "data" / "README.md",
]
_IDS = [str(p.relative_to(ROOT)) for p in WRITTEN]


def _read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _anchors(text: str) -> set[str]:
    """The anchors of all headings, as they are made where Markdown is shown."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h).strip().lower().replace(" ", "-") for h in headings}


def _project() -> dict[str, Any]:
    return tomllib.loads(_read("pyproject.toml"))["project"]


def test_one_version_everywhere() -> None:
    cited = re.search(r"^version: (\S+)$", _read("CITATION.cff"), re.MULTILINE)
    listed = re.findall(
        r"^## \[(\d\S*)\] - \d{4}-\d{2}-\d{2}$", _read("CHANGELOG.md"), re.MULTILINE
    )
    data = json.loads(_read("data/datapackage.json"))["version"]
    assert cited
    assert {cited[1], listed[0], data} == {_project()["version"]}


@pytest.mark.parametrize("file", WRITTEN, ids=_IDS)
def test_links_lead_somewhere(file: Path) -> None:
    text = file.read_text("utf-8")
    for target in re.findall(r"\]\((?!https?://)([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        found = (file.parent / path) if path else file
        assert found.exists(), target
        assert not anchor or anchor in _anchors(found.read_text("utf-8")), target


@pytest.mark.parametrize("file", WRITTEN, ids=_IDS)
def test_files_that_are_named_exist(file: Path) -> None:
    """Paths in backquotes, from the root of the repository, without those of an example."""
    named = re.findall(
        r"`((?:partnership|pages|tests|data|docs)/[\w./*-]+)`", file.read_text("utf-8")
    )
    missing = [one for one in named if "example" not in one and not list(ROOT.glob(one))]
    assert missing == []


@pytest.mark.parametrize("file", WRITTEN, ids=_IDS)
def test_targets_of_make_that_are_named_exist(file: Path) -> None:
    targets = set(re.findall(r"^(\w+):", _read("Makefile"), re.MULTILINE))
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", file.read_text("utf-8"), re.DOTALL))
    assert set(re.findall(r"\bmake ([a-z]+)\b", code)) <= targets


def test_the_pages_that_are_described_are_all_pages() -> None:
    described = re.findall(r"^\| ([^|]+) \| `/(\w*)` \|", _read("docs/pages.md"), re.MULTILINE)
    assert described == [(leaf.title, leaf.path) for leaf in LEAVES]


def test_the_tree_that_is_described_is_the_tree() -> None:
    block = re.search(r"```\ndashboard\.py.*?```", _read("docs/development.md"), re.DOTALL)
    assert block
    floors = set(re.findall(r"^  (\w+(?:\.py|/)) ", block[0], re.MULTILINE))
    folder = ROOT / "partnership"
    there = {p.name for p in folder.glob("*.py")} - {"__init__.py"}
    there |= {f"{p.parent.name}/" for p in folder.glob("*/__init__.py")}
    assert floors == there


def test_every_licence_is_explained() -> None:
    sources = pd.read_csv(ROOT / "data" / "sources.csv")
    chapter = _read("data/README.md").split("\n## Licences\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `([\w.-]+)` \| (.+?) \|", chapter, re.MULTILINE)
    explained = {licence: set(re.findall(r"\w+", passed)) for licence, passed in rows}
    assert set(explained) == set(sources["licence"])
    for licence, passed in sources.groupby("licence")["redistribute"]:
        assert set(passed) <= explained[str(licence)], licence


_VAGUE = frozenset({"said", "mine", "told", "made", "held"})
"""Words that as names tell a stranger nothing of what they hold."""


def test_no_name_is_a_word_that_tells_nothing() -> None:
    files = [
        *(ROOT / "partnership").rglob("*.py"),
        *(ROOT / "pages").glob("*.py"),
        ROOT / "dashboard.py",
    ]
    vague = [
        f"{file.relative_to(ROOT)}:{token.start[0]} {token.string}"
        for file in files
        for token in tokenize.generate_tokens(io.StringIO(file.read_text("utf-8")).readline)
        if token.type == tokenize.NAME and token.string in _VAGUE
    ]
    assert vague == []
