"""The whole package as one archive: complete, unchanged, the same each time, and usable."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pandas as pd

from partnership import sources, tables
from partnership.export import package


def _opened() -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(package.archive()))


def _folder() -> str:
    return package.name().removesuffix(".zip")


def test_it_holds_every_resource_byte_for_byte() -> None:
    folder = tables.package().folder
    with _opened() as held:
        assert held.testzip() is None
        for resource in tables.package().resources.values():
            path = resource["path"]
            assert held.read(f"{_folder()}/{path}") == (folder / path).read_bytes()
        for path in ("datapackage.json", "README.md"):
            assert held.read(f"{_folder()}/{path}") == (folder / path).read_bytes()


def test_it_holds_nothing_else_and_one_folder() -> None:
    with _opened() as held:
        names = held.namelist()
    paths = {str(r["path"]) for r in tables.package().resources.values()}
    wanted = {*paths, "datapackage.json", "README.md", "LICENCES.md"}
    assert {n.removeprefix(f"{_folder()}/") for n in names} == wanted
    assert len(names) == len(set(names)) == len(wanted)
    assert not any(".." in n or n.startswith("/") for n in names)


def test_it_is_made_once_and_the_same_for_the_same_data(damaged: Path) -> None:
    assert package.archive() is package.archive()
    assert tables.package().folder == damaged
    copied = package.archive()
    assert copied == package._archive.__wrapped__(tables.Package(tables.DATA))


def test_who_unpacks_it_has_a_package(tmp_path: Path) -> None:
    with _opened() as held:
        held.extractall(tmp_path)
    unpacked = tables.Package(tmp_path / _folder())
    for name in unpacked.names:
        assert len(unpacked.table(name)) == len(tables.load(name))
    trade = pd.read_csv(tmp_path / _folder() / "trade.csv")
    assert len(trade) == len(tables.load("trade"))


def test_licences_name_every_source_once() -> None:
    said = package.licences()
    for source in sources.of(tables.load("sources")["source_id"].astype(str)):
        assert said.count(f"- `{source.source_id}`: ") == 1
        assert f"({source.licence})" in said
    assert said.endswith("\n")


def test_counts_and_size() -> None:
    assert package.counts() == (len(tables.package().names), 8)
    assert package.size() > 1_000_000
    assert len(package.archive()) < package.size() / 2


def test_name_bears_the_version() -> None:
    raw = json.loads((tables.DATA / "datapackage.json").read_text("utf-8"))
    assert package.name() == f"{raw['name']}-{raw['version']}.zip"


def test_a_missing_file_is_left_out(damaged: Path) -> None:
    (damaged / "geometry" / "rivers.geojson").unlink()
    assert "geometry/rivers.geojson" not in package.members(tables.package())
    assert package.counts()[1] == 7
    assert package.archive()
