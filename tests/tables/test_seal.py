"""The package knows its files: bytes, hash and counts in the descriptor, checked at every load."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from partnership import tables
from partnership.__main__ import main
from partnership.tables import seal
from partnership.tables.contract import TableError
from tests.broken.case import file
from tests.broken.cells import cell
from tests.sealing import sealed
from tests.serving import ROOT

FILE = "datapackage.json"


def _resources(folder: Path) -> dict[str, dict[str, Any]]:
    content = json.loads((folder / FILE).read_text("utf-8"))
    return {r["name"]: r for r in content["resources"]}


def _change(folder: Path, name: str, **values: Any) -> None:
    """Write other values into one resource of the descriptor."""
    content = json.loads((folder / FILE).read_text("utf-8"))
    next(r for r in content["resources"] if r["name"] == name).update(values)
    (folder / FILE).write_bytes(seal.written(content))


def _rule(folder: Path, name: str) -> str:
    """The one problem that reading a resource raises."""
    package = tables.Package(folder)
    read = package.geometry if name in package.shapes else package.table
    with pytest.raises(TableError) as caught:
        read(name)
    (problem,) = caught.value.problems
    assert problem.table == name
    return problem.rule


def test_every_file_is_sealed(package: tables.Package) -> None:
    for name, resource in package.resources.items():
        raw = (package.folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(raw), name
        assert resource["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}", name
    assert {n for n, r in package.resources.items() if "rows" in r} == set(package.names)
    assert {n for n, r in package.resources.items() if "features" in r} == set(package.shapes)


@pytest.mark.parametrize("name", tables.package().names)
def test_a_table_cut_after_a_whole_row_is_named(name: str, damaged: Path) -> None:
    rows = _resources(damaged)[name]["rows"]
    file(f"{name}.csv", lambda raw: raw[: raw.rstrip(b"\n").rfind(b"\n") + 1])(damaged)
    package = tables.Package(damaged)
    with pytest.raises(TableError) as caught:
        package.table(name)
    problems = [p for p in caught.value.problems if p.table == name]
    assert problems, "a rule of the subject may see it first, but the table is named"
    if "datapackage.json says" in problems[0].rule:
        assert f"{rows - 1:,} rows where datapackage.json says {rows:,}" in problems[0].rule


def test_a_table_cut_in_half_says_what_was_expected_and_what_to_do(damaged: Path) -> None:
    file("trade.csv", lambda raw: b"".join(raw.splitlines(keepends=True)[:7901]))(damaged)
    message = _rule(damaged, "trade")
    rows, size = (_resources(damaged)["trade"][key] for key in ("rows", "bytes"))
    assert f"7,900 rows where datapackage.json says {rows:,}" in message
    assert f"bytes where datapackage.json says {size:,}" in message
    assert "copy the file again" in message
    assert seal.COMMAND in message


def test_another_value_of_the_same_length_is_named(damaged: Path) -> None:
    cell("prices:3:value", "19.1")(damaged)
    message = _rule(damaged, "prices")
    assert "other content: its hash begins" in message
    assert "rows where" not in message


def test_geometry_with_a_feature_less_is_named(damaged: Path) -> None:
    path = damaged / "geometry" / "rivers.geojson"
    collection = json.loads(path.read_text("utf-8"))
    collection["features"].pop()
    path.write_text(json.dumps(collection), "utf-8")
    count = len(collection["features"])
    assert f"{count} features where datapackage.json says {count + 1}" in _rule(damaged, "rivers")


def test_geometry_of_the_same_length_is_named(damaged: Path) -> None:
    file("geometry/land.geojson", lambda raw: raw.replace(b"74.54", b"74.55", 1))(damaged)
    assert "other content" in _rule(damaged, "land")


@pytest.mark.parametrize("name", ["steps", "rivers"])
@pytest.mark.parametrize("key", ["bytes", "hash", "count"])
def test_a_seal_that_is_not_there_is_named(name: str, key: str, damaged: Path) -> None:
    content = json.loads((damaged / FILE).read_text("utf-8"))
    (resource,) = (r for r in content["resources"] if r["name"] == name)
    key = seal.counted(resource) if key == "count" else key
    del resource[key]
    (damaged / FILE).write_bytes(seal.written(content))
    message = _rule(damaged, name)
    assert f"does not say its {key}" in message
    assert seal.COMMAND in message


@pytest.mark.parametrize("values", [{"bytes": "x"}, {"hash": None}, {"rows": []}, {"rows": {}}])
def test_a_seal_of_another_kind_is_named(values: dict[str, Any], damaged: Path) -> None:
    _change(damaged, "steps", **values)
    assert "where datapackage.json says" in _rule(damaged, "steps")


def test_sealing_renews_the_seals_alone(damaged: Path) -> None:
    before = (damaged / FILE).read_text("utf-8").splitlines()
    cell("steps:2:note", "another note")(damaged)
    assert seal.write(damaged) == ["steps"]
    after = (damaged / FILE).read_text("utf-8").splitlines()
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert [line.split(":")[0].strip(' "') for line in changed] == ["bytes", "hash"]
    assert tables.Package(damaged).table("steps")["note"].iloc[0] == "another note"
    assert seal.write(damaged) == []


def test_sealing_what_is_sound_changes_no_byte(damaged: Path) -> None:
    before = (damaged / FILE).stat()
    assert main(["seal"]) == 0
    assert (damaged / FILE).stat().st_mtime_ns == before.st_mtime_ns
    assert (damaged / FILE).read_bytes() == (tables.DATA / FILE).read_bytes()


def test_a_package_without_seals_is_sealed_whole(damaged: Path) -> None:
    content = json.loads((damaged / FILE).read_text("utf-8"))
    for resource in content["resources"]:
        for key in ("bytes", "hash", seal.counted(resource)):
            del resource[key]
    (damaged / FILE).write_bytes(seal.written(content))
    sealed(damaged)
    assert _resources(damaged) == _resources(tables.DATA)


def test_sealing_refuses_what_is_missing(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (damaged / "steps.csv").unlink()
    (damaged / "geometry" / "rivers.geojson").write_bytes(b"[]")
    file("prices.csv", lambda raw: raw + b"one\n")(damaged)
    before = (damaged / FILE).read_bytes()
    assert main(["seal"]) == 1
    message = capsys.readouterr().err
    assert "table steps: the file steps.csv is missing" in message
    assert "table rivers: this is not GeoJSON" in message
    assert "table prices, row" in message
    assert (damaged / FILE).read_bytes() == before
    assert sorted(p.name for p in damaged.iterdir()) == sorted(
        p.name for p in tables.DATA.iterdir() if p.name != "steps.csv"
    )


def test_check_holds_the_seals(damaged: Path) -> None:
    file("geometry/water_detail.geojson", lambda raw: raw + b"\n")(damaged)
    cell("prices:3:value", "19.1")(damaged)
    command = [sys.executable, "-m", "partnership", "check"]
    env = {"PARTNERSHIP_DATA": str(damaged)}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "table prices: the file has other content" in done.stderr
    assert "table water_detail: the file has" in done.stderr
    assert "2 problems" in done.stderr
